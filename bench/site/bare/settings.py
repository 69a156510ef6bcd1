"""Settings of a bare Django project over the same database: what `startproject` gives, and nothing of the site."""

import os
from pathlib import Path

from clewline.site.web import (  # noqa: F401  # the same database, sessions and key
    ALLOWED_HOSTS,
    AUTH_USER_MODEL,
    DATABASES,
    DEFAULT_AUTO_FIELD,
    SECRET_KEY,
    SESSION_COOKIE_NAME,
    TIME_ZONE,
    USE_I18N,
    USE_TZ,
)

DEBUG = False
INSTALLED_APPS = [
    "clewline.store",
    "clewline.store.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "bench.site.bare.pages"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(os.environ["CLEWLINE_BENCH_TEMPLATES"])],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
