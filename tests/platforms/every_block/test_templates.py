"""Every template of every package, block by block and page by page: it reads in the platform's own syntax, and names no
tag, attribute, event, component, method or file that is not there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kaipu.compiler.build import build
from kaipu.compiler.dialect import Dialect
from kaipu.compiler.parse.tree import Attribute, Element, constant, walk
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.platforms.emit import emit
from kaipu.platforms.loader import list_platforms, load_platform

from ...conformance.read_back import read_back

_REQUIRED = re.compile(r"""require\(['"](\.[^'"]+)['"]\)""")
_ELSEWHERE = re.compile(r"https?://|data:")


@dataclass(frozen=True)
class Package:
    dialect: Dialect
    files: dict[str, bytes]

    def units(self) -> Iterator[tuple[str, str]]:
        """Path without an ending, and the template's text."""
        ending = self.dialect.endings.template
        for name, content in self.files.items():
            if name.endswith(ending) and name.removesuffix(ending) + ".json" in self.files:
                yield name.removesuffix(ending), content.decode()

    def elements(self, text: str) -> list[Element]:
        return [node for node in walk(read_back(text, self.dialect).children) if isinstance(node, Element)]


LAY_OUTS = [(name, minify) for name in list_platforms() for minify in (False, True)]


@pytest.fixture(scope="session", params=LAY_OUTS, ids=lambda one: f"{one[0]}-{'minified' if one[1] else 'readable'}")
def package(every_block, request) -> Package:
    """As people read it, and minified. What the web draws is bundled beforehand: there, what goes into the bundle."""
    name, minify = request.param
    platform = load_platform(name)
    if platform.dialect.bundled:
        return Package(platform.dialect, emit(platform.name, installed_blocks()))
    folders = {manifest.id: manifest.folder for manifest in installed_blocks()}
    return Package(platform.dialect, dict(build(every_block, [platform], folders, minify=minify)[0].files))


def test_every_block_is_read(package: Package) -> None:
    units = dict(package.units())
    blocks = {manifest.id for manifest in installed_blocks()}
    assert {path.split("/")[1] for path in units if path.startswith("blocks/")} == blocks
    assert sum(path.startswith("pages/") for path in units) > 5
    assert all(package.elements(text) for text in units.values())


def test_no_tag_attribute_or_event_is_outside_the_tables(package: Package) -> None:
    for path, text in package.units():
        declared = frozenset(json.loads(package.files[f"{path}.json"])["usingComponents"])
        for element in package.elements(text):
            assert list(unknown(element, package.dialect, declared)) == [], path


def unknown(element: Element, dialect: Dialect, declared: frozenset[str]) -> Iterator[str]:
    rule = dialect.tags.get(element.tag)
    if element.tag not in declared and rule is None:
        yield f"<{element.tag}>"
    for one in element.attributes if rule else ():
        known = one.kind == "data" or one.name in rule.attributes | dialect.everywhere
        if not known and f"{one.name.partition('-')[0]}-*" not in dialect.everywhere:
            yield f"<{element.tag} {one.name}>"
    for event in element.events if rule else ():
        if event.name not in rule.events | dialect.gestures:
            yield f"<{element.tag}> sends {event.name}"


def test_every_handler_is_a_method(package: Package) -> None:
    for path, text in package.units():
        scripts = "\n".join(reached(f"{path}.js", package.files))
        for event in (event for element in package.elements(text) for event in element.events):
            assert is_method(str(constant(event.handler)), scripts), (path, event.handler)


def is_method(name: str, scripts: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\s*(?:\(|:|,|\}})", scripts) is not None


def reached(script: str, files: dict[str, bytes], depth: int = 2) -> Iterator[str]:
    """The script, and those it requires, and those these require."""
    text = files.get(script, b"").decode()
    yield text
    for path in _REQUIRED.findall(text) if depth else ():
        parts = script.split("/")[:-1]
        for part in path.split("/"):
            parts = parts[:-1] if part == ".." else parts if part == "." else [*parts, part]
        yield from reached("/".join(parts) + ".js", files, depth - 1)


def test_every_file_that_is_named_is_there(package: Package) -> None:
    for path, text in package.units():
        for element in package.elements(text):
            source = element.attribute("src") or Attribute("src", None)
            name = constant(source.value)
            if name and not _ELSEWHERE.match(name):
                assert name.startswith("/"), (path, name)
                assert name.removeprefix("/") in package.files, (path, name)
    for icon in re.findall(rb'"([^"]+\.png)"', package.files["app.json"]):
        assert icon.decode().removeprefix("/") in package.files, icon


def test_what_is_not_there_would_be_found() -> None:
    dialect = load_platform("wechat").dialect
    text = '<view colour="1" bind:explode="a"/><kp-lost/><kp-here any="1" bind:any="a"/>'
    found = [
        said for node in read_back(text, dialect).children for said in unknown(node, dialect, frozenset({"kp-here"}))
    ]
    assert found == ["<view colour>", "<view> sends explode", "<kp-lost>"]
    assert not is_method("tap", "methods: { tapped() {} }")
    assert is_method("tap", "methods: { tap() {} }")
    assert list(reached("a/b.js", {"a/b.js": b"require('../c')", "c.js": b"c"})) == ["require('../c')", "c"]
