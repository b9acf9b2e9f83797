"""Settings from the environment. What is not set is safe: no demo, no debug, nothing is open.

Every setting of ours is described in docs/beheer/instellingen.md.
"""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]
env = environ.Env()

DEMO = env.bool("SCHAKEL_DEMO", default=False)
"""The training region: log in as a persona, and a clock that can be moved."""

VAR = Path(env.str("SCHAKEL_VAR", default=str(ROOT / "var")))
SECRET_KEY = env.str("SCHAKEL_SECRET_KEY", default="")
if not SECRET_KEY:
    VAR.mkdir(parents=True, exist_ok=True)
    key = VAR / "secret_key"
    if not key.exists():
        from django.core.management.utils import get_random_secret_key

        key.write_text(get_random_secret_key())
        key.chmod(0o600)
    SECRET_KEY = key.read_text()
SECRET_KEY_FALLBACKS = env.list("SCHAKEL_SECRET_KEY_OUD", default=[])

DEBUG = False
ALLOWED_HOSTS = env.list("SCHAKEL_HOSTS", default=["localhost", "127.0.0.1"])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "schakel.logboek",
    "schakel.keten",
    "schakel.dossier",
    "schakel.brieven",
    "schakel.traject",
    "schakel.exchange",
    "schakel.stand",
    "schakel.toegang",
    "schakel.web",
    "schakel.jobs",
    "schakel.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "schakel.toegang.sessie.Sessies",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "schakel.web.middleware.Doors",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "schakel.web.context.page",
            ],
            "builtins": ["schakel.web.templatetags.schakel"],
        },
    }
]

DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{VAR / 'schakel.sqlite3'}")
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
DATABASES["default"]["CONN_MAX_AGE"] = 600
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    Path(str(DATABASES["default"]["NAME"])).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["ENGINE"] = "schakel.config.sqlite"
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "schakel.config.urls"
WSGI_APPLICATION = "schakel.config.wsgi.application"

AUTH_USER_MODEL = "toegang.Account"
LOGIN_URL = "inloggen"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Of allauth we use the parts behind our own screens (docs/adr/0012-log-in-with-allauth.md): none of
# its addresses exists, nobody signs up, and nothing is mailed.
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "schakel.toegang.sleutels.Geheimen"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_DIGITS = 10

OIDC_NAAM = env.str("SCHAKEL_OIDC_NAAM", default="")
OIDC_ADRES = env.str("SCHAKEL_OIDC_ADRES", default="")
OIDC_CLIENT_ID = env.str("SCHAKEL_OIDC_CLIENT_ID", default="")
OIDC_SECRET = env.str("SCHAKEL_OIDC_SECRET", default="")
OIDC_CLAIM = env.str("SCHAKEL_OIDC_CLAIM", default="preferred_username")
OIDC_TWEEDE_FACTOR = env.list("SCHAKEL_OIDC_TWEEDE_FACTOR", default=["mfa"])
"""Log in by way of the organisation's own identity provider: off while there is no address."""

PROXIES = env.int("SCHAKEL_PROXIES", default=0)
"""How many web servers stand before this one, each of which adds to X-Forwarded-For."""

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Files with a hash in their name once `collectstatic` has gathered them; until then as they are.
GATHERED = (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if GATHERED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not GATHERED

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

HTTPS = env.bool("SCHAKEL_HTTPS", default=not DEMO)
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = env.int("SCHAKEL_SESSIE_STIL", default=60) * 60
SESSIE_HOOGSTENS = env.int("SCHAKEL_SESSIE_HOOGSTENS", default=9) * 60 * 60
"""In seconds: how long nothing may happen, and how long a session lasts in all."""
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
CSRF_TRUSTED_ORIGINS = env.list("SCHAKEL_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "schakel.web.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"

MAIL = env.str("SCHAKEL_MAIL", default="")
MAIL_VAN = env.str("SCHAKEL_MAIL_VAN", default="")
"""Where invitations go out, when they go by mail at all, and in whose name."""
if MAIL:
    vars().update(env.email_url_config(MAIL))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING"},
        "schakel": {"handlers": ["console"], "level": "INFO"},
    },
}
