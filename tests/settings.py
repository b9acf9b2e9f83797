"""The settings of the product, in a folder of their own, with passwords that need not be strong."""

import os
import tempfile

os.environ["SCHAKEL_VAR"] = tempfile.mkdtemp(prefix="schakel-tests-")
os.environ.pop("SCHAKEL_DEMO", None)

from schakel.config.settings import *  # noqa: F403 - after the environment

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
HTTPS = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
if DATABASES["default"]["ENGINE"] == "schakel.config.sqlite":  # noqa: F405
    # In memory; each process of a parallel run adds its name, which SQLite does not read.
    DATABASES["default"]["TEST"] = {  # noqa: F405
        "NAME": "file:schakel?mode=memory&cache=shared&proces=0"
    }
