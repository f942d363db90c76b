"""The WSGI application that granian serves."""

import os
import signal

from django.core.wsgi import get_wsgi_application

from kaipu.web.process_tie import tie_self

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaipu.web.settings")
if os.environ.get("KAIPU_SUPERVISED") == "1":
    tie_self(signal.SIGKILL)  # else a killed granian leaves its workers behind, with the port

application = get_wsgi_application()
