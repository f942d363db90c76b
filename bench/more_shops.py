"""Opens shops like the demo under other names: `python -m bench.more_shops SLUG ...`, with a Kaipu running."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaipu.web.settings")

import django

django.setup()

from kaipu.cli import demo  # noqa: E402 - needs Django's apps
from kaipu.web.environment import Environment  # noqa: E402 - with its friend above

for slug in sys.argv[1:]:
    setattr(demo, "SLUG", slug)  # noqa: B010 - a constant for everybody else
    demo.open_demo_shop(Environment.read())
