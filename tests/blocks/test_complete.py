"""A block's folder is complete: it explains itself, speaks two languages, draws something by default, and whatever
can be tapped has a role and a name. Nothing here lists the blocks: a new folder is held to the same.
"""

from pathlib import Path

import pytest

from kaipu.compiler.parse.source import decode
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Element, Text, walk
from kaipu.lint.run import lint

from .conftest import ROOT, block_folders

TAPS = {"tap", "longpress"}
BUTTONS = {"button", "input", "textarea", "picker", "navigator", "switch", "checkbox", "radio"}


@pytest.fixture(params=block_folders(), ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def elements(file: Path) -> list[Element]:
    source, problems = decode(file.read_bytes(), file.name)
    document, more = parse_template(source)
    assert (*problems, *more) == ()
    return [node for node in walk(document.children) if isinstance(node, Element)]


def shell_templates() -> list[Path]:
    return sorted((ROOT / "src/kaipu/shell/pages").glob("*/*.wxml"))


def block_templates() -> list[Path]:
    """Their own, and the further ones that they bring in."""
    return sorted(file for folder in block_folders() for file in folder.rglob("*.wxml"))


def test_there_are_blocks():
    assert len(block_folders()) >= 12


def test_lint_has_nothing_to_say(folder):
    """Files, labels, cases, classes, what can be tapped: no error, and no warning either."""
    assert [f"{one.where}: {one.text('en')}" for one in lint(folder)] == []


@pytest.mark.parametrize("file", block_templates() + shell_templates(), ids=lambda file: "/".join(file.parts[-3:]))
def test_whatever_can_be_tapped_has_a_role_and_a_name(file: Path):
    nameless = []
    for element in elements(file):
        if not TAPS & {event.name for event in element.events} or element.tag in BUTTONS:
            continue
        names = {attribute.name for attribute in element.attributes}
        said = any(isinstance(node, Text) for node in walk(element.children))
        if "role" not in names or not ("aria-label" in names or said):
            nameless.append(element)
    assert nameless == []
