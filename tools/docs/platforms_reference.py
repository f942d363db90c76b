"""Writes docs/reference/platforms.md: what each platform makes of every conformance input, which built-in tags it has,
and by what each part of it was proved. `--check` fails if the file in the repository is not that text.

Nothing is claimed here: the answers are the printer's own, which `tests/conformance` holds to each platform's `cases/`;
the proofs are named in each platform's `verified.yaml`, and a test looks whether those tests exist.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast

from generated import ROOT, put

from kaipu.compiler.dialect import Dialect, TagRule
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Attribute, Document, Element, ScriptModule, walk
from kaipu.compiler.printing.template import print_template
from kaipu.definition.tree import load_yaml
from kaipu.platforms.loader import PLATFORMS, list_platforms, load_platform

INPUTS: Final = ROOT / "tests/conformance/inputs"
PAGE: Final = ROOT / "docs/reference/platforms.md"
DECLARED: Final = {"kp-part": "parts/part/part"}
KINDS: Final = ("templates", "styles", "scripts", "configuration", "runtime", "behaviour")
MEANS: Final = {
    "vendor": "a tool of the vendor of the platform, or of its engine",
    "typings": "published typings of the platform's API, read by `tsc`",
    "host": "run on a small host of the platform's model, or on the real engine",
    "reading": "read back by a reader of our own, strictly by tables from the platform's documentation",
    "documentation": "the platform's documentation, and nothing else",
}
"""From the strongest to the weakest."""
LANGUAGES: Final = {
    ".wxml": "Templates",
    "": "Units of several files",
    ".wxss": "Styles",
    ".js": "Scripts",
    ".json": "A page's configuration",
}
NOBODYS: Final = "unknown-"
"""How inputs begin that every platform must refuse; a test holds it."""
PARTS: Final = (
    "A block or page may have all of it. An included file is put where it is included before a dialect prints anything,"
    " since engines differ in what they let it see; code that a platform wants in a file gets one of its own."
)
HEAD: Final = """# Platforms

Made by `tools/docs/platforms_reference.py` from the dialects, the conformance inputs and each platform's
`verified.yaml`; do not edit.

- **yes**: the platform's text means the same as the input. `tests/conformance` keeps that text in the platform's
  `cases/`, and reads it back.
- **less**: it falls back to something less, for the reason under the number.
- **no**: refused when it is built, with its place and the reason under the number.
"""


@dataclass
class Notes:
    """Reasons, each numbered once."""

    numbers: dict[str, int] = field(default_factory=dict)

    def cell(self, word: str, reasons: list[str]) -> str:
        marks = " ".join(f"[{self.numbers.setdefault(reason, len(self.numbers) + 1)}]" for reason in reasons)
        return f"{word} {marks}".strip()

    def lines(self) -> Iterator[str]:
        for reason, number in self.numbers.items():
            yield f"- [{number}] {reason}"


def page() -> str:
    names = list_platforms()
    dialects = {name: load_platform(name).dialect for name in names}
    parts = [HEAD, *_proofs(names), *_inputs(dialects), *_tags(dialects), *_left_out(dialects)]
    return "\n".join(parts) + "\n"


def proofs_of(platform: str) -> dict[str, list[dict[str, object]]]:
    """Kind -> what proves it, as the platform's verified.yaml says."""
    return cast("dict[str, list[dict[str, object]]]", load_yaml(PLATFORMS / platform / "verified.yaml"))


def _proofs(names: tuple[str, ...]) -> Iterator[str]:
    proofs = {name: proofs_of(name) for name in names}
    yield "## How it was verified\n"
    yield from (f"- *{means}*: {text}." for means, text in MEANS.items())
    yield ""
    yield "Where *vendor* is not said, no tool of the platform saw it: open the folder in its developer tool first.\n"
    yield _row("", *KINDS)
    yield _rule(len(KINDS))
    for name in names:
        yield _row(f"**{name}**", *(", ".join(_means(proofs[name][kind])) for kind in KINDS))
    yield ""
    for name in names:
        yield f"### {name}\n"
        for kind in KINDS:
            yield from (f"- {kind}, by *{one['by']}*: {one['what']} ({_tests(one)})" for one in proofs[name][kind])
        yield ""


def _means(proofs: list[dict[str, object]]) -> list[str]:
    said = {str(one["by"]) for one in proofs}
    return [means for means in MEANS if means in said]


def _tests(proof: dict[str, object]) -> str:
    return ", ".join(f"`{test}`" for test in cast("list[str]", proof.get("tests", []))) or "no test"


def _inputs(dialects: dict[str, Dialect]) -> Iterator[str]:
    yield "## What each platform makes of every input\n"
    notes = Notes()
    for ending, title in LANGUAGES.items():
        yield f"### {title}\n"
        yield _row("input", "what must hold", *dialects)
        yield _rule(1 + len(dialects))
        for file in sorted(one for one in INPUTS.iterdir() if one.suffix == ending):
            if not file.stem.startswith(NOBODYS):
                yield _row(f"`{file.stem}`", _sentence(file), *(_answer(file, one, notes) for one in dialects.values()))
        yield ""
    yield from notes.lines()
    yield "\nRefused by every platform:\n"
    yield from (f"- `{file.stem}`: {_sentence(file)}" for file in sorted(INPUTS.glob(f"{NOBODYS}*")))
    yield f"\n{PARTS}\n"
    yield ""


def _sentence(file: Path) -> str:
    first = _view(file).read_text("utf-8").partition("\n")[0]
    return first.strip("<!->/* ")


def _view(file: Path) -> Path:
    return file / "view.wxml" if file.is_dir() else file


def _answer(file: Path, dialect: Dialect, notes: Notes) -> str:
    if _view(file).suffix != ".wxml":
        return "yes"
    document, _ = parse_template(SourceText(_view(file).read_text("utf-8"), file.name))
    if file.is_dir() or any(isinstance(node, ScriptModule) for node in walk(document.children)):
        return notes.cell("yes", list(_of_modules(document, dialect)))
    missing = print_template(document, dialect, DECLARED)[1]
    if missing:
        return notes.cell("no", [str(one.params.get("why", one.text("en").partition("\n")[0])) for one in missing])
    less = list(dict.fromkeys(_dropped(document, dialect)))
    return notes.cell("less", less) if less else "yes"


def _of_modules(document: Document, dialect: Dialect) -> Iterator[str]:
    words = dialect.module
    modules = [node for node in walk(document.children) if isinstance(node, ScriptModule)]
    if words.undocumented:
        yield words.undocumented
    if not words.inline and any(node.path is None for node in modules):
        yield "code that stands in a template gets a file of its own"
    if words.imports:
        yield "its script modules have `import` and `export default` instead of `require` and `module.exports`"


def _dropped(document: Document, dialect: Dialect) -> Iterator[str]:
    for node in walk(document.children):
        rule = dialect.tags.get(node.tag) if isinstance(node, Element) else None
        for one in node.attributes if isinstance(node, Element) and rule else ():
            why = _why_dropped(one, rule, dialect) if one.kind == "plain" and rule else None
            if why:
                yield f"without `{one.name}`: {why}"


def _why_dropped(attribute: Attribute, rule: TagRule, dialect: Dialect) -> str | None:
    name = dialect.attributes.get(attribute.name, attribute.name)
    if attribute.name in rule.drop:
        return rule.drop[attribute.name]
    has = name in rule.attributes or attribute.name in rule.rename or _covered(dialect.everywhere, name)
    return None if has else _covered(dialect.drop, attribute.name)


def _covered(names: Collection[str] | Mapping[str, str], name: str) -> str | None:
    """What is said of the name, or of all of its prefix: the reason, or the entry itself."""
    found = next((one for one in (name, f"{name.partition('-')[0]}-*") if one in names), None)
    return names[found] if found and isinstance(names, Mapping) else found


def _tags(dialects: dict[str, Dialect]) -> Iterator[str]:
    yield "## Built-in tags\n\nEach links to the page of the platform's documentation that its table was read from.\n"
    yield _row("tag", *dialects)
    yield _rule(len(dialects))
    for tag in sorted({tag for dialect in dialects.values() for tag in dialect.tags}):
        pages = (dialect.tags[tag].docs if tag in dialect.tags else "" for dialect in dialects.values())
        yield _row(f"`{tag}`", *(f"[yes]({address})" if address else "no" for address in pages))
    yield ""


def _left_out(dialects: dict[str, Dialect]) -> Iterator[str]:
    yield "## What is left out or refused, and why\n"
    for name, dialect in dialects.items():
        refused = dialect.unsupported | dialect.events.unsupported
        rows = [f"`{what}`: refused; {why}" for what, why in refused.items()]
        rows += [f"`{what}`: left out; {why}" for what, why in dialect.drop.items()]
        rows += [
            f"`<{tag} {what}>`: left out; {why}"
            for tag, rule in sorted(dialect.tags.items())
            for what, why in sorted(rule.drop.items())
        ]
        yield f"### {name}: {len(rows)}\n"
        yield from (f"- {row}" for row in rows or ["Nothing."])
        yield ""


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _rule(columns: int) -> str:
    return "|---" * (columns + 1) + "|"


if __name__ == "__main__":
    sys.exit(put(PAGE, page().rstrip("\n") + "\n"))
