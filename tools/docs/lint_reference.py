"""Writes docs/reference/lint.md from the texts of lint, of the compiler and of block manifests. `--check` fails if the
file in the repository is not that text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from generated import ROOT, put

from kaipu.definition.diagnostics import Messages

PAGE = ROOT / "docs/reference/lint.md"
SOURCE = ROOT / "src/kaipu"
HEAD = """# What `kaipu lint` says

Made from `src/kaipu/lint/messages/`, `src/kaipu/compiler/messages/` and `src/kaipu/definition/messages/` by
`tools/docs/lint_reference.py`; do not edit.

    kaipu lint PATH [--json]

`PATH` is a block's folder (with a `block.yaml`), a folder of blocks, or a mini-program: a package that Kaipu built or a
project written by hand. Which platform it is for is told by the endings of its templates. Each line is
`file:line:column: CODE text`; places count from one, files are named from where the command is called. The exit code
is 2 if there is an error, 0 if there are none or only warnings. `--json` prints a list of objects with `file`, `line`,
`column`, `code`, `severity`, `text` and `fix`, the last two in `zh` and `en`.

A package is checked with what its platform asks: `rules.yaml` and `dialect.yaml` in `src/kaipu/platforms/<platform>/`.
Names in braces stand for what was found.
"""
PARTS = (
    ("lint", "Found in blocks and packages by lint alone"),
    ("compiler", "Found by every build as well"),
    ("definition", "Found in block.yaml, migrations.yaml and the props of cases"),
)


def page() -> str:
    lines = [HEAD]
    for room, title in PARTS:
        lines += [f"## {title}\n", "| code | what | fix |", "|---|---|---|", *_rows(SOURCE / room / "messages"), ""]
    return "\n".join(lines)


def _rows(folder: Path) -> Iterator[str]:
    """In the order of the codes."""
    for code, languages in sorted(Messages.load(folder).texts.items()):
        what, fix = (
            "<br>".join(_cell(getattr(languages[language], part)) for language in ("en", "zh"))
            for part in ("problem", "next")
        )
        yield f"| `{code}` | {what} | {fix} |"


def _cell(text: str) -> str:
    shown = text.replace("{{", "{").replace("}}", "}").replace("|", "\\|")
    return shown.replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    sys.exit(put(PAGE, page()))
