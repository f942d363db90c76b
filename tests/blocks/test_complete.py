"""A block's folder is complete: it explains itself, speaks two languages, draws something by default, and whatever
can be tapped has a role and a name. Nothing here lists the blocks: a new folder is held to the same.
"""

import re
from pathlib import Path

import pytest

from kaipu.compiler.parse.source import decode
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Element, Text, walk
from kaipu.definition.blocks import BlockManifest, check_value

from .conftest import ROOT, Case, all_cases, block_folders

TAPS = {"tap", "longpress"}
BUTTONS = {"button", "input", "textarea", "picker", "navigator", "switch", "checkbox", "radio"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


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


def templates(folder: Path) -> list[Path]:
    """The block's own, and the further ones that it brings in."""
    return sorted(folder.rglob("*.wxml"))


def block_templates() -> list[Path]:
    return [file for folder in block_folders() for file in templates(folder)]


def test_there_are_blocks():
    assert len(block_folders()) >= 12


@pytest.mark.parametrize("name", ["view.wxml", "style.wxss", "script.js", "migrations.yaml", "README.md"])
def test_has_its_files(folder, name):
    assert (folder / name).read_text("utf-8").strip()


def test_the_readme_speaks_both_languages(folder):
    text = (folder / "README.md").read_text("utf-8")
    assert CHINESE.search(text), "README.md: write it in Chinese, too"
    assert len(re.findall(r"[A-Za-z]{3,}", text)) > 10, "README.md: write more English, a sentence or two"


def test_the_default_case_is_the_defaults_and_there_are_others(folder):
    cases = {case.folder.name: case for case in all_cases() if case.block == folder.name}
    assert len(cases) >= 2
    assert cases["default"].read("props.json") == BlockManifest.read(folder).defaults


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.block}-{case.folder.name}")
def test_the_props_of_a_case_are_allowed(case: Case):
    assert list(check_value(case.read("props.json"), BlockManifest.read(case.folder.parents[1]).props, "")) == []


def test_styles_are_classes_of_its_own(folder):
    """No tags, ids, attributes or stars; every class begins with the block's prefix and is used; none is missing."""
    prefix = f"kp-{folder.name.replace('_', '-')}"
    sheet = re.sub(
        r'url\("[^"]*"\)|/\*.*?\*/|@import[^;]*;|@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}',
        "",
        style(folder),
        flags=re.S,
    )
    selectors = [one.strip() for group in re.findall(r"([^{}]+)\{", sheet) for one in group.split(",")]
    piece = re.compile(rf"\.{prefix}(?:__[a-z]+(?:-[a-z]+)*)?(?:--[a-z0-9-]+)?(?:::?[a-z-]+)?")
    strange = [one for one in selectors if re.sub(r"[\s+>~]+", "", piece.sub("", one))]
    assert strange == []
    template = "".join(file.read_text("utf-8") for file in templates(folder))
    styled = {name.split("--")[0] for name in re.findall(rf"\.({prefix}[\w-]*)", sheet)}
    used = {name.split("--")[0].rstrip("-") for name in re.findall(rf"{prefix}[\w-]*", template)}
    assert styled <= used, f"styled, never drawn: {styled - used}"


def style(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in sorted(folder.rglob("*.wxss")))


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


def test_what_the_manifest_says_can_be_tapped_is_in_the_template(folder):
    said = {one.selector.removeprefix(".") for one in BlockManifest.read(folder).tappable}
    found = [one for file in templates(folder) for one in elements(file)]
    drawn = [classes(one) for one in found if any(event.name == "tap" for event in one.events)]
    assert said <= {name for names in drawn for name in names}, "not tappable, though block.yaml says so"
    assert [names for names in drawn if not said & names] == [], "tappable, and block.yaml does not say so"


def classes(element: Element) -> set[str]:
    """Those that are written out."""
    value = element.attribute("class")
    parts = (value.value or ()) if value else ()
    return {name for part in parts if isinstance(part, str) for name in part.split()}
