"""What a referral says, as its referrer wrote it; and what was done about it."""

import msgspec

from clewline.store.seal import sealer, unseal


class FileSent(msgspec.Struct, frozen=True, kw_only=True):
    """A file that came with a referral. It is not kept; its pages are, drawn anew."""

    number: int
    name: str
    """What its sender called it."""
    sha256: str
    """Of the file as it was sent."""
    size: int
    """Bytes of it."""
    pages: int
    """Pictures that were drawn of it."""


class Answers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answers to the questions of the form; none is one that was not given."""

    danger: str | None = None
    """Whether they are in danger now: `yes`, `no` or `not sure`."""
    called: str | None = None
    """Who it is about: a name, or what they are called."""
    age: str | None = None
    """Age or date of birth, in the referrer's words; none: not known."""
    place: str | None = None
    """Where they are now, or mostly."""
    area: str | None = None
    """Body that answers for the area, as its accounts name it; `elsewhere` where the referrer did not know."""
    concern: str | None = None
    """What worries the referrer."""
    indicators: tuple[str, ...] = ()
    """Names of indicators of the guide that the referrer marked."""
    knows: str | None = None
    """Whether they or their parents know of the referral."""
    name: str | None = None
    work: str | None = None
    organisation: str | None = None
    reach: str | None = None
    """Telephone number or e-mail address of the referrer."""
    files: tuple[FileSent, ...] = ()


class What(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody did about a referral."""

    told: str | None = None
    """What the referrer may know, in the words that they read."""
    case: str | None = None
    """Case that it was taken up into. The referrer never learns it."""
    entry: str | None = None
    """Id of the entry that it became there."""
    reason: str | None = None
    """Why no case was opened. The referrer never learns it."""
    outcome: str | None = None
    """What was told, in the words of the kind `referrer_told`."""


def sealed(said: Answers | What) -> bytes:
    """Return what lies in the database."""
    return next(sealer()) + msgspec.json.encode(said)


def answers(sealed_bytes: bytes) -> Answers | None:
    """Return the answers; none where they were lawfully destroyed."""
    return msgspec.json.decode(unseal(sealed_bytes), type=Answers) if sealed_bytes else None


def what(sealed_bytes: bytes) -> What:
    """Return what was done; of what was destroyed nothing."""
    return msgspec.json.decode(unseal(sealed_bytes), type=What) if sealed_bytes else What()
