"""Django's settings, from the environment alone. Importing them touches no file and no database."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils.functional import SimpleLazyObject

from kaipu.definition.blocks import custom_blocks
from kaipu.platforms.web.joined import joined_folder
from kaipu.web.body_limits import SMALL_BODY_MB
from kaipu.web.database.address import Role, address
from kaipu.web.environment import Environment
from kaipu.web.secret import secret
from kaipu.web.site import near_host, site_url

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
    "kaipu.web.middleware.request_log.RequestLog",
    "kaipu.web.middleware.security_headers.SecurityHeaders",
    "kaipu.web.middleware.api_envelope.ApiEnvelope",
    "kaipu.web.middleware.body_limit.BodyLimit",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kaipu.web.middleware.compression.Compression",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "kaipu.web.urls"
WSGI_APPLICATION = "kaipu.web.wsgi.application"
APPEND_SLASH = False

# --- who may ask, and over what ---
_LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
SITE_URL = site_url(ENVIRONMENT)
_SITE = urlsplit(SITE_URL)
ALLOWED_HOSTS = [*_LOOPBACK, *ENVIRONMENT.hosts, *filter(None, [_SITE.hostname])]
CSRF_TRUSTED_ORIGINS = [SITE_URL] if _SITE.scheme == "https" else []
CSRF_FAILURE_VIEW = "kaipu.web.pages.errors.forbidden"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SITE.scheme == "https"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Only a reverse proxy may say that the shopper came by https; without one the header is anybody's word.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.trust_proxy else None
# Where payments may go, if the operator says so; and where on this machine the sandbox is.
PAYMENT_HOSTS = ENVIRONMENT.payment_hosts
NEAR_HOST = near_host(ENVIRONMENT).strip("[]")
DATA_UPLOAD_MAX_MEMORY_SIZE = SMALL_BODY_MB * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200


def _database() -> dict[str, Any]:  # Django's own shape of a database's settings
    role: Role = "owner" if ENVIRONMENT.role == "owner" else "app"
    where = address(ENVIRONMENT, role)
    options: dict[str, object] = {"application_name": f"kaipu-{role}", "connect_timeout": 10} | where.extra
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": where.host,
        "PORT": where.port,
        "NAME": where.dbname,
        "USER": where.user,
        "PASSWORD": where.password,
        "OPTIONS": options,
        # One connection for each thread that serves; checked before use, so that a restarted database costs no error.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
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
# The studio, the web platform's bundle and the blocks that joined it, and the pictures that trades bring along:
# /static/<prefix>/...
_STATIC = {"studio": _PACKAGE / "web" / "static" / "studio", "web": _PACKAGE / "platforms" / "web" / "dist"}
_STATIC |= {f"web/blocks/{block.id}": joined_folder(block.folder) for block in custom_blocks()}
_STATIC |= {f"trades/{folder.parent.name}": folder for folder in sorted((_PACKAGE / "trades").glob("*/pictures"))}
STATICFILES_DIRS = [(prefix, folder) for prefix, folder in _STATIC.items() if folder.is_dir()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
WHITENOISE_IMMUTABLE_FILE_TEST = r"[.-][0-9A-Za-z_-]{8,}\.\w+$"  # a name that carries its hash never changes
MEDIA_URL = "/media/"
MEDIA_ROOT = KAIPU_DATA / "media"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "kaipu": {"handlers": ["stderr"], "level": "INFO"},
        "django": {"handlers": ["stderr"], "level": "WARNING"},
        # What was refused is in the request's own line already.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "django_tasks": {"handlers": ["stderr"], "level": "WARNING"},
        "django_tasks_db": {"handlers": ["stderr"], "level": "WARNING"},
    },
}
