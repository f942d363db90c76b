"""The `kaipu` command. A command is a file of this folder that defines `run`; its first docstring line is its help.

Only the file of the command asked for is imported, so that each starts as fast as its own imports allow.
"""

import argparse
import ast
import errno
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from kaipu.cli.failure import REFUSED, Failure, refusal_lines
from kaipu.cli.uncollected import uncollected
from kaipu.cli.usage import speak_their_language, summary_of
from kaipu.cli.words import language, say

_OF_THE_DISK: Final = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ENAMETOOLONG, errno.ELOOP}
)
"""Faults of a path that somebody named, or of what it leads to; any other is ours."""


class Command(Protocol):
    """What a command's module offers."""

    @staticmethod
    def arguments(parser: argparse.ArgumentParser) -> None: ...

    @staticmethod
    def run(options: argparse.Namespace) -> int: ...


def main(words: list[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    asked = sys.argv[1:] if words is None else words
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaipu.web.settings")
    # It has none here, and would look through every installed distribution for one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _speak_any_script()
    speak_their_language()
    try:
        with uncollected():
            options = _parser(asked).parse_args(asked)
            command = _module(options.command)
        return command.run(options)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return REFUSED
    except ValueError as problem:
        lines = refusal_lines(problem)
        if not lines:
            raise
        print(*lines, sep="\n", file=sys.stderr)
        return REFUSED
    except OSError as problem:
        if problem.errno not in _OF_THE_DISK or problem.filename is None:
            raise
        from kaipu.definition.diagnostics import reason_of

        print(say("out_of_reach", file=problem.filename, reason=reason_of(problem)[language()]), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130


def _parser(asked: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kaipu", description=say("about"))
    choices = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in commands(asked[:1]).items():
        subparser = choices.add_parser(name, help=summary, description=summary)
        if asked[:1] == [name]:
            _module(name).arguments(subparser)
    return parser


def commands(asked: Sequence[str] = ()) -> dict[str, str]:
    """Name -> one line of help, read from the sources without importing them: of the one that is asked for, or of all
    if none is, or none has that name.
    """
    files = {file.stem.replace("_", "-"): file for file in sorted(Path(__file__).parent.glob("*.py"))}
    return _helps({name: files[name] for name in asked if name in files}) or _helps(files)


def _helps(files: Mapping[str, Path]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, file in files.items():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in tree.body):
            found[name] = summary_of(name, (ast.get_docstring(tree) or "").split("\n", 1)[0])
    return found


def _module(name: str) -> Command:
    return cast(Command, import_module(f"kaipu.cli.{name.replace('-', '_')}"))


def _speak_any_script() -> None:
    """A terminal that cannot show a character gets a substitute, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
