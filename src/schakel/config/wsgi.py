"""The entry for the application server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config.settings")

application = get_wsgi_application()

# What the application is made of stays; the collector need not look at it again at each request.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
