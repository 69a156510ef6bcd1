"""Settings of the site: those of the record, and what pages, accounts and sessions need."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF

from clewline.site.keys import key_beside
from clewline.site.settings import *  # noqa: F403  # settings build on settings
from clewline.site.settings import DATABASES, HOME, INSTALLED_APPS

DEMO_CODE = "000000"
"""What the demo's made-up people, who have no telephone, give for a code."""
DEMO = os.environ.get("CLEWLINE_DEMO") == "1"
"""Whether the site serves made-up people on this machine alone, whose log-ins are printed."""

HOSTS = tuple(host for host in os.environ.get("CLEWLINE_HOSTS", "").split(",") if host)
ALLOWED_HOSTS = [*HOSTS] or ["127.0.0.1", "localhost", "[::1]"]
COPY_MOST = int(os.environ.get("CLEWLINE_COPY_MOST") or 20_000)
"""Rows that one copy may hold."""
SECURE = bool(HOSTS)
"""A site that is reached by a name is reached by HTTPS; only the machine itself is spoken to without."""

DATABASES["default"] |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
"""Each thread keeps its connection: to open one, and to see that it is durable, costs a tenth of a page."""
DEBUG = False
SECRET_KEY = os.environ.get("CLEWLINE_SECRET_KEY") or key_beside(HOME, DATABASES["default"])
"""Empty where the record is on a server and none was set: then nothing is served."""

INSTALLED_APPS = [
    *INSTALLED_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "clewline.web.apps.WebConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "clewline.web.frame.files.Files",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "clewline.web.gate.Gate",
]

API_RATE = int(os.environ.get("CLEWLINE_API_RATE") or 120)
"""Requests a minute that one token of the API may make."""
TOKEN_DAYS = int(os.environ.get("CLEWLINE_TOKEN_DAYS") or 90)
"""Days after which a token ends at the latest."""

ROOT_URLCONF = "clewline.site.urls"
WSGI_APPLICATION = "clewline.site.wsgi.application"

_CONTEXT = [
    "django.contrib.messages.context_processors.messages",
    "clewline.web.context.page",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "clewline.web.templating.environment",
            "context_processors": _CONTEXT,
            "autoescape": True,
        },
    },
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "clewline.web.account.passwords.NotAboutTheAccount"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "clewline.web.account.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300

MFA_ADAPTER = "clewline.web.account.factors.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Clewline"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
if DEMO:
    MFA_FORMS = {
        "authenticate": "clewline.web.account.demo_code.DemoCode",
        "reauthenticate": "clewline.web.account.demo_code.DemoCodeAgain",
    }

OIDC = os.environ.get("CLEWLINE_OIDC_ISSUER", "").rstrip("/")
"""Address of the organisation that people may log in through; empty: there is none."""
OIDC_NAME = os.environ.get("CLEWLINE_OIDC_NAME") or "your organisation"
OIDC_CLAIM = os.environ.get("CLEWLINE_OIDC_CLAIM") or "preferred_username"
"""Claim of its identity token that is the username of an account here."""
OIDC_SECOND_FACTORS = frozenset(filter(None, os.environ.get("CLEWLINE_OIDC_SECOND_FACTORS", "").split(",")))
"""What it says in `amr` or `acr` where it asked for a second factor; empty: we ask for one ourselves."""
if OIDC:
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    SOCIALACCOUNT_ADAPTER = "clewline.web.account.elsewhere.Elsewhere"
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "organisation",
                    "name": OIDC_NAME,
                    "client_id": os.environ.get("CLEWLINE_OIDC_CLIENT_ID", ""),
                    "secret": os.environ.get("CLEWLINE_OIDC_CLIENT_SECRET", ""),
                    "settings": {"server_url": OIDC, "fetch_userinfo": False},
                }
            ],
        }
    }

SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = int(os.environ.get("CLEWLINE_SESSION_HOURS") or 12) * 60 * 60
"""Seconds after which a session ends, whatever its holder does."""
SESSION_IDLE = int(os.environ.get("CLEWLINE_SESSION_IDLE_MINUTES") or 30) * 60
"""Seconds without a page after which a session ends."""
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "clewline.web.frame.refusals.csrf"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS]

SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 63_072_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        # A log-in elsewhere begins with a form of ours that leads there.
        "form-action": [SELF, "/".join(OIDC.split("/")[:3])] if OIDC else [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

STATIC_URL = "/static/"
STATIC_ROOT = Path(__file__).parent.parent / "web" / "static"
STATIC_MAX_AGE = 31_536_000
"""A year: each address holds the hash of what it gives."""

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "site_cache",
    }
}
"""In the database, so that all processes of the site count log-ins together."""

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
"""Long work waits in the database for `clewline work`."""
FILE_UPLOAD_HANDLERS = ["clewline.web.intake.arriving.Arriving"]
UPLOAD_MB = int(os.environ.get("CLEWLINE_UPLOAD_MB") or 2048)
"""Mebibytes of the largest file that may be sent."""
UPLOAD_HOURS = float(os.environ.get("CLEWLINE_UPLOAD_HOURS") or 24)
"""Hours after which a file that was sent and left is removed."""

ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("CLEWLINE_PROXIES") or (1 if SECURE else 0))
"""Proxies in front of the site, the outermost of which says in `X-Forwarded-For` where a request comes from."""

REFER_RATE = int(os.environ.get("CLEWLINE_REFER_RATE") or 20)
"""Referrals an hour that may be begun, and that may be sent, from one address by the public form."""
REFER_RATE_ALL = int(os.environ.get("CLEWLINE_REFER_RATE_ALL") or 500)
"""The same from all addresses together."""
REFER_DRAFT_DAYS = float(os.environ.get("CLEWLINE_REFER_DRAFT_DAYS") or 7)
"""Days after which a draft of the public form dies."""
RECEIVED_DAYS = float(os.environ.get("CLEWLINE_RECEIVED_DAYS") or 2192)
"""Days after which what a referral of the public form says is destroyed, unless it still waits."""

USE_I18N = False
LANGUAGE_CODE = "en-gb"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "clewline.site.logs.Lines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
