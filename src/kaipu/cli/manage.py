"""Run one of Django's own commands, such as migrate or shell, on Kaipu's database."""

import argparse

from kaipu.cli.running_database import running_database
from kaipu.web.environment import Environment


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER, help="the command and its arguments")


def run(options: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    with running_database(Environment.read()):
        execute_from_command_line(["kaipu manage", *options.words])
    return 0
