"""A block's folder: everything a build checks, and what no build looks at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from kaipu.compiler.analyze.check import check_unit
from kaipu.compiler.library import Library, SourceUnit
from kaipu.compiler.lower.project import lower_all
from kaipu.compiler.parse.tree import Element, constant, walk
from kaipu.definition.blocks import BlockManifest
from kaipu.definition.blocks.manifest import RETIRED
from kaipu.definition.blocks.strange_files import strange_files
from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.tree import load_yaml, yaml_place
from kaipu.lint.block.cases import check_cases
from kaipu.lint.block.dialects import check_dialects
from kaipu.lint.block.files import check_files
from kaipu.lint.block.tapped import check_drawn, check_named, check_tapped
from kaipu.lint.folder import Folder
from kaipu.lint.package.pictures import check_pictures
from kaipu.lint.scripts.grammar import check_syntax
from kaipu.lint.scripts.read import read_script
from kaipu.lint.styles.sheet import SheetCheck
from kaipu.lint.texts import messages

_MANIFEST: Final = "block.yaml"
_MADE: Final = "dist/"
"""What was compiled of the block for the web lies there."""
_TOLD_ALREADY: Final = frozenset({"link_broken", "link_leaves", "file_strange", "name_unreadable"})
"""What a folder of any kind is told of, and a block's in stronger words."""
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
    if not os.path.lexists(home / _MANIFEST):
        return [messages().error("block_manifest_missing", Position(_MANIFEST, 1, 1))]
    strange = [_relative(one, home) for one in strange_files(home)]
    manifest, problems = _manifest(home) if not _names(strange, _MANIFEST) else (None, [])
    problems += [*strange, *_unit(home, manifest)]
    for path in [path for path in folder.sizes if not path.startswith(_MADE)]:
        if path.endswith(".wxss") and folder.source(path):
            SheetCheck(folder.notes(path)).run()
        elif path.endswith(".js") and folder.source(path):
            check_syntax(read_script(folder.notes(path)))
    problems += [*check_files(folder), *check_cases(folder, manifest)]
    check_pictures(folder)
    return [*problems, *(_milder(one) for one in folder.all_problems() if one.code not in _TOLD_ALREADY)]


def _names(problems: list[Diagnostic], file: str) -> bool:
    return any(isinstance(one.where, Position) and one.where.file == file for one in problems)


def _milder(problem: Diagnostic) -> Diagnostic:
    """A build drops the byte order mark of any file."""
    return replace(problem, severity="warning") if problem.code == "byte_order_mark" else problem


def _manifest(home: Path) -> tuple[BlockManifest | None, list[Diagnostic]]:
    file = home / _MANIFEST
    try:
        manifest = BlockManifest.read(home)
    except Refused as refused:
        return None, [_relative(problem, home) for problem in refused.diagnostics]
    except OSError:
        return None, [messages().error("file_not_found", Position(_MANIFEST, 1, 1), path=_MANIFEST)]
    said = load_yaml(file)
    retired = sorted(RETIRED & said.keys()) if isinstance(said, dict) else []
    return manifest, [
        _relative(messages().warning("block_key_retired", yaml_place(file, f"/{name}"), name=name), home)
        for name in retired
    ]


def _relative(problem: Diagnostic, home: Path) -> Diagnostic:
    if not isinstance(problem.where, Position):
        return replace(problem, where=Position("block.yaml", 1, 1))
    file = problem.where.file.removeprefix(str(home)).lstrip("/") or "block.yaml"
    return replace(problem, where=replace(problem.where, file=file))


def _unit(home: Path, manifest: BlockManifest | None) -> Iterator[Diagnostic]:
    """What the compiler says of the block's files, and what only the whole of them shows."""
    library = Library({home.name: home})
    unit = library.block(home.name)
    built = _built(library, home.name)
    units = [one for one in library.units() if f"{one.id}/".startswith(f"blocks/{home.name}/")]
    found = [*built, *(problem for one in units for problem in check_unit(one, library))]
    if not found:
        found += [*check_named(unit), *check_drawn(unit)]
    if manifest is not None:
        found += [*_private(unit, manifest), *(check_tapped(unit, manifest) if not found else ())]
    prefix = f"blocks/{home.name}/"
    for problem in found:
        if isinstance(problem.where, Position):
            yield replace(problem, where=replace(problem.where, file=problem.where.file.removeprefix(prefix)))


def _private(unit: SourceUnit, manifest: BlockManifest) -> Iterator[Diagnostic]:
    for node in walk(unit.template.children):
        kind = node.attribute("open-type") if isinstance(node, Element) else None
        name = constant(kind.value) if kind else None
        key = _PRIVATE.get(name or "")
        if kind and name and key and key not in manifest.privacy:
            yield messages().error("block_privacy", unit.template.source.position(kind.at), name=name, key=key)


def _built(library: Library, name: str) -> tuple[Diagnostic, ...]:
    """What a build would say of the block, for any platform: of what it requires and shows, besides its own files."""
    try:
        project = lower_all(library, {name: 1})
    except Refused as refused:
        return refused.diagnostics
    return (*library.problems, *check_dialects(project, name))
