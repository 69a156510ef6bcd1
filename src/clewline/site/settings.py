"""Settings of the Django project, read from the environment; see docs/reference/settings.md."""

import os
from pathlib import Path

import dj_database_url
import platformdirs

HOME = Path(os.environ.get("CLEWLINE_HOME") or platformdirs.user_data_dir("clewline"))
"""Folder of the embedded store: database, received files and Parquet tables."""

DUTIES = os.environ.get("CLEWLINE_DUTIES") or None
"""File of a force's own table of duties; none where the one that comes with Clewline is used."""
DUTIES_WHERE = tuple(
    filter(None, (one.strip() for one in os.environ.get("CLEWLINE_DUTIES_WHERE", "").split(",")))
)
"""Conditions of the table of duties that hold in this force."""

DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{HOME / 'record.sqlite3'}"

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,
    # FULL, not NORMAL: with NORMAL a power cut loses transactions that were already acknowledged. 256 MB of
    # pages, taken as needed: a batch of millions of entries would otherwise write its index pages many times.
    "init_command": "pragma journal_mode=wal; pragma synchronous=full; pragma cache_size=-262144;",
}

DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = _SQLITE

INSTALLED_APPS = ["clewline.store", "clewline.store.accounts", "clewline.store.received"]
AUTH_USER_MODEL = "accounts.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
SECRET_KEY = "the command line signs nothing; the site refuses to start with this key"
