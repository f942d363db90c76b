"""Run the jobs that requests leave behind."""

import argparse

import django
from django.core.management import call_command

_POLL_SECONDS = 0.5


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--batch", action="store_true", help="end when no job is left")


def run(options: argparse.Namespace) -> int:
    django.setup()
    call_command(
        "db_worker", queue_name="*", interval=_POLL_SECONDS, startup_delay=False, batch=options.batch, verbosity=1
    )
    return 0
