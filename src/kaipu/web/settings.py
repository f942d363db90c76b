"""Django's settings, from the environment alone. Importing them touches no file and no database."""

from pathlib import Path
from typing import Any

from django.utils.functional import SimpleLazyObject

from kaipu.web.database.address import Role, address
from kaipu.web.environment import Environment
from kaipu.web.secret import secret

ENVIRONMENT = Environment.read()
KAIPU_DATA = ENVIRONMENT.data
DEBUG = ENVIRONMENT.debug
# Lazy: made on first use, so that a tool which only imports the settings makes no file.
SECRET_KEY: str = SimpleLazyObject(lambda: secret(KAIPU_DATA, "django"))  # type: ignore[assignment]  # behaves as a str

_PACKAGE = Path(__file__).resolve().parent.parent

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    *sorted(f"kaipu.commerce.{app.parent.name}" for app in (_PACKAGE / "commerce").glob("*/apps.py")),
]
AUTH_USER_MODEL = "shops.User"

MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "kaipu.web.urls"
WSGI_APPLICATION = "kaipu.web.wsgi.application"
APPEND_SLASH = False


def _database() -> dict[str, Any]:  # Django's own shape of a database's settings
    role: Role = "owner" if ENVIRONMENT.role == "owner" else "app"
    where = address(ENVIRONMENT, role)
    options: dict[str, object] = {"application_name": f"kaipu-{role}", "connect_timeout": 10} | where.extra
    if ENVIRONMENT.pool_size:
        options["pool"] = {"min_size": 1, "max_size": ENVIRONMENT.pool_size, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": where.host,
        "PORT": where.port,
        "NAME": where.dbname,
        "USER": where.user,
        "PASSWORD": where.password,
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


DATABASES = {"default": _database()}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]

STATIC_URL = "/static/"
STATICFILES_DIRS = [_PACKAGE / "web" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = KAIPU_DATA / "media"
