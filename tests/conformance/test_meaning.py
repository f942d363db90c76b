"""Whatever a platform's text looks like, it means what the input says: read back it is the same tree, the same rules,
the same script.
"""

from __future__ import annotations

import json
import re

import pytest

from kaipu.compiler.dialect import Dialect
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.style import parse_style
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Document
from kaipu.compiler.printing.style import print_style
from kaipu.compiler.printing.template import print_template
from kaipu.platforms.loader import list_platforms, load_platform

from .as_dialect import as_dialect
from .case import CASES, USES, Case
from .read_back import read_back

PLATFORMS = list_platforms()


def of(kind: str) -> pytest.MarkDecorator:
    found = [case for case in CASES if case.kind == kind]
    return pytest.mark.parametrize("case", found, ids=lambda case: case.file.stem)


@of("templates")
@pytest.mark.parametrize("minify", [False, True], ids=["readable", "minified"])
def test_a_template_in_the_sources_words_is_itself(case: Case, minify: bool) -> None:
    text, _ = print_template(case.document(), custom=USES, compact=minify)
    again, problems = parse_template(SourceText(text, "printed.wxml"))
    assert not problems
    assert again.children == case.document().children


@of("templates")
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_platforms_template_is_the_same_tree_or_refused_with_a_reason(case: Case, platform: str) -> None:
    dialect = load_platform(platform).dialect
    for minify in (False, True):
        text, missing = print_template(case.document(), dialect, USES, compact=minify)
        if not missing:
            assert read_back(text, dialect).children == as_dialect(case.document().children, dialect, case.file.stem)
        assert all(problem.where.line > 1 and problem.text("zh") for problem in missing)


@of("units")
@pytest.mark.parametrize("minify", [False, True], ids=["readable", "minified"])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_units_files_are_the_same_trees_and_scripts(case: Case, platform: str, minify: bool) -> None:
    home = load_platform(platform)
    files, words = case.files(home, minify=minify), home.dialect
    unit = next(unit for unit in case.lowered().units if unit.path == f"blocks/{case.file.name}/{case.file.name}")
    own = {f"{case.file.name}{words.endings.template}": unit.template}
    for part in unit.parts:
        name = part.path.removeprefix(f"blocks/{case.file.name}/")
        if isinstance(part.content, Document):
            own[name + words.endings.template] = part.content
        else:
            assert as_common(files.pop(name + words.endings.module), words) == part.content.source.text
    for name, document in own.items():
        stem = document.source.file.rpartition("/")[2].removesuffix(".wxml")
        assert read_back(files.pop(name), words).children == as_dialect(document.children, words, stem)
    assert all(as_common(text, words) in case.text for text in files.values()), "code that has a file of its own"
    assert bool(files) == (not words.module.inline and case.file.name == "unit-modules")


def as_common(text: str, dialect: Dialect) -> str:
    """A script module with `require` and `module.exports`, whatever the platform's has."""
    if dialect.module.imports:
        imports = re.findall(r"(?m)^import (\w+) from '(\S+)';\n", text)
        text = re.sub(r"(?m)^(import .*|var exported = {};|export default exported;)\n", "", text)
        for name, path in imports:
            text = re.sub(rf"\b{name}\b", f"require('{path}')", text)
        text = re.sub(r"\bexported\b", "module.exports", text)
    return text.replace(f"{dialect.endings.module}')", ".wxs')")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_nobody_has_is_refused(platform: str) -> None:
    refused = {case.file.stem for case in CASES if case.file.stem.startswith("unknown-")}
    assert len(refused) == 3
    for case in CASES:
        if case.file.stem in refused:
            assert case.printed(load_platform(platform)).startswith(f"{case.file.name}:2:")


@of("styles")
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_style_keeps_every_rule(case: Case, platform: str) -> None:
    ending = load_platform(platform).dialect.endings.style
    source, _ = parse_style(case.source)
    expected = print_style(source, lambda path: path.replace(".wxss", ending), compact=True)
    for minify in (False, True):
        text = case.printed(load_platform(platform), minify=minify)
        sheet, problems = parse_style(SourceText(text, "printed"))
        assert not problems
        assert print_style(sheet, lambda path: path, compact=True) == expected


@of("scripts")
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_script_changes_only_where_it_requires(case: Case, platform: str) -> None:
    text = case.printed(load_platform(platform))
    written, (again, problems) = parse_script(case.source)[0], parse_script(SourceText(text, "printed.js"))
    assert not problems
    assert between(text.encode(), again) == between(written.raw, written)
    places = [one.path.replace("kaipu/", "../../kaipu/") for one in written.requires]
    assert sorted(one.path for one in again.requires) == sorted(places)


def between(raw: bytes, script) -> list[bytes]:
    edges = [0, *(edge for one in sorted(script.requires, key=lambda one: one.start) for edge in (one.start, one.end))]
    return [raw[start:stop] for start, stop in zip(edges[::2], [*edges[1::2], len(raw)], strict=True)]


@of("configuration")
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_pages_configuration_says_the_same(case: Case, platform: str) -> None:
    written, said = json.loads(case.source.text), json.loads(case.printed(load_platform(platform)))
    window = load_platform(platform).dialect.window
    for name, value in written.items():
        if name == "usingComponents":
            assert said[name] == {tag: f"/{path}" for tag, path in value.items()}
        else:
            assert said[window.get(name, name)] == value
