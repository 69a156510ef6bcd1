"""What allauth says of second factors, in the house's words."""

from allauth.mfa.adapter import DefaultMFAAdapter


class Factors(DefaultMFAAdapter):
    """Second factors as allauth has them."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "You cannot remove your last second factor. Add another one first.",
        "cannot_generate_recovery_codes": "Add an authenticator app or a passkey first.",
        "incorrect_code": "The code is not right. Enter the one that your app shows now, or a recovery code.",
    }
