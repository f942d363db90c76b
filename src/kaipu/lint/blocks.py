"""A block's folder: everything a build checks, and what no build looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

from kaipu.compiler.analyze.check import check_unit
from kaipu.compiler.library import Library
from kaipu.compiler.lower.project import lower_all
from kaipu.compiler.parse.tree import Element, constant, walk
from kaipu.definition.blocks import BlockManifest, check_value
from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.tree import JsonValue
from kaipu.lint.folder import Folder
from kaipu.lint.json_text import read_json
from kaipu.lint.package.pictures import check_pictures
from kaipu.lint.scripts.grammar import check_syntax
from kaipu.lint.scripts.read import read_script
from kaipu.lint.styles.sheet import SheetCheck
from kaipu.lint.texts import messages

_PRIVATE: Final = {
    "getPhoneNumber": "phone_number",
    "getRealtimePhoneNumber": "phone_number",
    "chooseAvatar": "avatar",
    "getUserInfo": "nickname",
    "getAuthorize": "phone_number",
}
"""What a button asks for -> what `privacy` in block.yaml calls it."""


def check_block(home: Path) -> list[Diagnostic]:
    """Places are relative to the block's folder."""
    folder = Folder(home)
    manifest, problems = _manifest(home)
    problems += _unit(home, manifest)
    if "style.wxss" in folder and folder.source("style.wxss"):
        SheetCheck(folder.notes("style.wxss")).run()
    if "script.js" in folder and folder.source("script.js"):
        check_syntax(read_script(folder.notes("script.js")))
    problems += _cases(folder, manifest)
    check_pictures(folder)
    return [*problems, *folder.all_problems()]


def _manifest(home: Path) -> tuple[BlockManifest | None, list[Diagnostic]]:
    try:
        return BlockManifest.read(home), []
    except Refused as refused:
        return None, [_relative(problem, home) for problem in refused.diagnostics]
    except OSError:
        return None, [messages().error("file_not_found", Position("block.yaml", 1, 1), path="block.yaml")]


def _relative(problem: Diagnostic, home: Path) -> Diagnostic:
    if not isinstance(problem.where, Position):
        return replace(problem, where=Position("block.yaml", 1, 1))
    file = problem.where.file.removeprefix(str(home)).lstrip("/") or "block.yaml"
    return replace(problem, where=replace(problem.where, file=file))


def _unit(home: Path, manifest: BlockManifest | None) -> Iterator[Diagnostic]:
    """What the compiler says of the block's three files."""
    library = Library({home.name: home})
    unit = library.block(home.name)
    prefix = f"blocks/{home.name}/"
    for problem in (*_built(library, home.name), *check_unit(unit, library)):
        if isinstance(problem.where, Position):
            yield replace(problem, where=replace(problem.where, file=problem.where.file.removeprefix(prefix)))
    for node in walk(unit.template.children):
        if isinstance(node, Element) and manifest is not None:
            kind = node.attribute("open-type")
            name = constant(kind.value) if kind else None
            key = _PRIVATE.get(name or "")
            if kind and name and key and key not in manifest.privacy:
                place = replace(unit.template.source.position(kind.at), file="view.wxml")
                yield messages().error("block_privacy", place, name=name, key=key)


def _built(library: Library, name: str) -> tuple[Diagnostic, ...]:
    """What a build would say of the block: of what it requires and shows, besides its own files."""
    try:
        lower_all(library, {name: 1})
    except Refused as refused:
        return refused.diagnostics
    return tuple(library.problems)


def _cases(folder: Folder, manifest: BlockManifest | None) -> Iterator[Diagnostic]:
    """The props of each case are such as the block takes."""
    for path in [path for path in folder.sizes if path.startswith("cases/") and path.endswith(".json")]:
        if folder.source(path) is None:
            continue
        notes = folder.notes(path)
        read = read_json(notes)
        if read is None or manifest is None or not path.endswith("/props.json"):
            continue
        for problem in check_value(cast("JsonValue", read.value), manifest.props):
            way = [int(part) if part.isdigit() else part for part in str(problem.where).split("/")[1:]]
            yield replace(problem, where=notes.source.position(read.key_at(*way)))
