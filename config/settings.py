"""Every setting, from the environment; the table of variables is in README.md.

An empty variable counts as unset, so that a compose file may pass `EMAIL_URL=` through.
"""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

from accounts.limits import RATE_LIMITS
from config.log_settings import to_stdout
from config.release import release
from config.second_factor import *  # noqa: F403
from config.secret_key import read_or_make_key
from config.site_url import site_url, validate_site_url
from config.social import Doors
from config.static_headers import add_headers

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env(eager=False)
for name in [name for name, value in os.environ.items() if value == ""]:
    del os.environ[name]

DEBUG: bool = env.bool("DEBUG", False)
VAR_DIR: Path = env.path("VAR_DIR", BASE_DIR / "var").resolve()
# Whether people reach the site by https: then cookies travel only so, and http is sent there.
HTTPS: bool = env.bool("HTTPS", False)

# Whether database, mail and cache on other machines may be spoken to without TLS (config/strictness.py).
UNENCRYPTED_NETWORK: bool = env.bool("UNENCRYPTED_NETWORK", False)

SECRET_KEY: str = env.str("SECRET_KEY", None) or read_or_make_key(VAR_DIR / "secret_key")
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    "accounts",
    "roadmap",
    "career",
    "config.apps.InstallationConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

# Each of these costs every request. Those that add headers come before those that answer.
MIDDLEWARE = [
    "config.headers.harden",
    "django.middleware.security.SecurityMiddleware",
    "config.compression.compress_pages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.guard",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

# The server
BIND: str = env.str("BIND", "127.0.0.1")
PORT: int = env.int("PORT", 8000, validate=validate.Range(min=1, max=65535))
WORKERS: int = env.int("WORKERS", 1, validate=validate.Range(min=1))
# Requests that one worker works on at a time; each has a database connection of its own.
THREADS: int = env.int("THREADS", 2, validate=validate.Range(min=1))

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context.reader",
                "accounts.context.device",
            ],
            "builtins": ["config.template_tags"],
        },
    }
]

DATABASES: dict[str, Any] = {
    "default": env.dj_db_url("DATABASE_URL", conn_max_age=None) or {"ENGINE": ""}
    if "DATABASE_URL" in os.environ
    else {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR_DIR / "milepost.sqlite3", "CONN_MAX_AGE": None}
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # NORMAL lost acknowledged commits in simulated power cuts, and DEFERRED failed under concurrent
    # writers; config/sqlite.py asserts these values at every start.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
else:
    # Health checks replace a connection that a restart of the server broke; a lock is waited for as long
    # as SQLite's.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 5,
        "options": "-c lock_timeout=10s",
        **DATABASES["default"].get("OPTIONS", {}),
    }

# Rate limits live in the cache, so that all processes must share it.
CACHES = {"default": env.dj_cache_url("CACHE_URL", "db://cache")}
if CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache":
    # Django's 300 would let whoever tries 300 addresses push out the counts of the first ones.
    CACHES["default"].setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 100_000)
SESSION_ENGINE = "accounts.sessions.cached" if "CACHE_URL" in os.environ else "accounts.sessions.database"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What takes long is done by `manage.py work`, which the server starts beside itself; with JOBS=off, run it
# yourself. `make dev` has none, and does such work while the page waits.
JOBS: bool = env.bool("JOBS", True)
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if DEBUG
        else "django_tasks_db.DatabaseBackend"
    }
}

# Mail: "console:" prints it, "submission://user:password@host:587" sends it with STARTTLS.
MAIL: dict[str, Any] = env.dj_email_url("EMAIL_URL", "console:") or {}
if "EMAIL_BACKEND" not in MAIL:
    raise ImproperlyConfigured("EMAIL_URL begins with console:, file:, smtp:// or submission://")
EMAIL_BACKEND: str = MAIL["EMAIL_BACKEND"]
EMAIL_HOST: str = MAIL["EMAIL_HOST"] or "localhost"
EMAIL_PORT: int = MAIL["EMAIL_PORT"] or 25
EMAIL_HOST_USER: str = MAIL["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD: str = MAIL["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS: bool = MAIL["EMAIL_USE_TLS"]
EMAIL_USE_SSL: bool = MAIL["EMAIL_USE_SSL"]
EMAIL_FILE_PATH: str = MAIL["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT: int = MAIL["EMAIL_TIMEOUT"] or 10
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", "Milepost <milepost@localhost>")
# Where links in mail lead, never taken from a request: whoever sends one chooses its Host.
SITE_URL: str = (
    env.str("SITE_URL", site_url(ALLOWED_HOSTS or [], PORT, https=bool(HTTPS)), validate=validate_site_url)
    or ""
).rstrip("/")

# Accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "roadmap:today"
ACCOUNT_SIGNUP_REDIRECT_URL = "roadmap:start"
LOGOUT_REDIRECT_URL = "roadmap:landing"
# How long a session lasts unused; however busy, it ends 90 days after the log-in (accounts/sessions/).
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
PASSWORD_RESET_TIMEOUT = 60 * 30
PASSWORD_HASHERS = ["accounts.hashers.Argon2idHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LengthValidator"},
    {"NAME": "accounts.passwords.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.SimilarityValidator"},
    {"NAME": "accounts.passwords.ContextValidator"},
]
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Without a mail server nobody could open the link, so that only a real one makes it a condition.
ACCOUNT_EMAIL_VERIFICATION: str = env.str(
    "EMAIL_VERIFICATION",
    "mandatory" if EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend" else "none",
    validate=validate.OneOf(["mandatory", "optional", "none"]),
)
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 1
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = RATE_LIMITS
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * 10
ACCOUNT_FORMS = {
    "signup": "accounts.forms.SignUpForm",
    "login": "accounts.forms.LogInForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.ResetPasswordKeyForm",
}
# What the page about deleting an account says of the server; that it is so is up to whoever runs it.
LOGS_KEPT_DAYS: int = env.int("LOGS_KEPT_DAYS", 14, validate=validate.Range(min=1))
# After how many months (of 30 days) without use an account is deleted, warned of twice; 0: never.
INACTIVE_ACCOUNT_MONTHS: int = env.int("INACTIVE_ACCOUNT_MONTHS", 0, validate=validate.Range(min=0, max=240))
BACKUPS_KEPT_DAYS: int = env.int("BACKUPS_KEPT_DAYS", 30, validate=validate.Range(min=1))
# The second factor; what never differs is in config/second_factor.py.
# Where addresses need no proof, nobody could ever switch a second factor on.
MFA_ALLOW_UNVERIFIED_EMAIL = ACCOUNT_EMAIL_VERIFICATION != "mandatory"
# Whether /admin/ opens only to staff who have one.
STAFF_SECOND_FACTOR: bool = env.bool("STAFF_SECOND_FACTOR", True)

# Log-in with an account elsewhere
social = Doors(env)
SOCIAL_DOORS = social.doors
INSTALLED_APPS += social.apps
OIDC_NAME = social.name
SOCIALACCOUNT_ADAPTER = "accounts.social_adapter.SocialAdapter"
SOCIALACCOUNT_PROVIDERS = social.providers
SOCIALACCOUNT_QUERY_EMAIL = True

# Limits count per network address; behind proxies that is the one that the last N of them saw.
ALLAUTH_TRUSTED_PROXY_COUNT: int = env.int("TRUSTED_PROXY_COUNT", 0)

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Nobody else's pages use our files.
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = add_headers
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# Goes into the ETag of every page, so that a new release is never answered with 304.
RELEASE = release(BASE_DIR)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        **dict.fromkeys(
            ("script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "worker-src"),
            (SELF,),
        ),
        "form-action": [SELF, *social.origins],
        **dict.fromkeys(("base-uri", "frame-ancestors", "object-src"), (NONE,)),
    }
}
PERMISSIONS_POLICY: dict[str, str | list[str] | tuple[str]] = {
    feature: []
    for feature in (
        *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation"),
        *("gyroscope", "magnetometer", "microphone", "midi", "payment", "usb", "xr-spatial-tracking"),
    )
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # config/headers.py sets it where it means something: on pages
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = HTTPS
# A watchdog asks from inside, by http; the API refuses http, as a redirect would hide that a token went so.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^api/v1/"]
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# The prefix makes browsers refuse such a cookie from another host or over http.
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
DEVICE_COOKIE_NAME = "__Host-device" if HTTPS else "device"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.errors.outdated_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # config/bodies.py names where more is taken
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # config/headers.py sets X-Frame-Options, on more answers
    "security.W021",  # preloading HSTS binds a whole domain for years: its owner's decision, not ours
]

LOGGING = to_stdout(plain=DEBUG)

env.seal()
