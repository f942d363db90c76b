"""Check a block, a folder of blocks, or a package of any platform."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import replace
from pathlib import Path

from kaipu.cli.failure import REFUSED, Failure
from kaipu.cli.words import language, say
from kaipu.definition import Diagnostic, Language
from kaipu.definition.diagnostics import LANGUAGES, Position
from kaipu.lint.run import lint
from kaipu.lint.telling import fix, what


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=_path, metavar="PATH", help=say("lint_path"))
    parser.add_argument(
        "--platforms", type=Path, action="append", default=[], metavar="DIR", help=say("build_platforms")
    )
    parser.add_argument("--json", action="store_true", help=say("lint_json"))


def _path(text: str) -> Path:
    """An empty one, such as that of a variable nobody set, is not the current folder."""
    if not text:
        raise Failure("path_empty")
    return Path(text)


def run(options: argparse.Namespace) -> int:
    """0 if there is no error, though there may be warnings; 2 otherwise."""
    found = [_as_given(one, options.path) for one in lint(options.path, tuple(options.platforms))]
    errors = sum(one.severity == "error" for one in found)
    if options.json:
        print(json.dumps([_object(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            print(_line(one, language()))
        print(say("lint_found", errors=errors, warnings=len(found) - errors) if found else say("lint_clean"))
    return REFUSED if errors else 0


def _as_given(problem: Diagnostic, path: Path) -> Diagnostic:
    """Its file as the reader's own program finds it: from where the command was called."""
    if not isinstance(problem.where, Position) or not path.exists():
        return problem
    folder = path if path.is_dir() else path.parent
    return replace(problem, where=replace(problem.where, file=os.path.normpath(folder / problem.where.file)))


def _line(problem: Diagnostic, reader: Language) -> str:
    mark = "" if problem.severity == "error" else say("lint_warning")
    return f"{problem.where}: {problem.code} {mark}{problem.text(reader)}"


def _object(problem: Diagnostic) -> dict[str, object]:
    where = problem.where if isinstance(problem.where, Position) else Position(str(problem.where), 1, 1)
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "code": problem.code,
        "severity": problem.severity,
        "text": {one: what(problem, one) for one in LANGUAGES},
        "fix": {one: fix(problem, one) for one in LANGUAGES},
    }
