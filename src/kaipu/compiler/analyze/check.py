"""Runs every check over the units a project was made of. What was found for a unit is kept while its files stay the
same.
"""

from __future__ import annotations

from functools import lru_cache

from kaipu.compiler.analyze.exports import exports_of
from kaipu.compiler.analyze.modules import check_module, modules_in
from kaipu.compiler.analyze.named import NamedTemplates
from kaipu.compiler.analyze.required import check_required
from kaipu.compiler.analyze.scripts import (
    check_block_requires,
    check_definition,
    check_globals,
    check_repeated,
    check_words,
)
from kaipu.compiler.analyze.shapes import definition_of
from kaipu.compiler.analyze.styles import check_style, check_values, set_in
from kaipu.compiler.analyze.templates import TemplateCheck
from kaipu.compiler.analyze.unit import surface_of
from kaipu.compiler.library import Library, SourceUnit
from kaipu.compiler.lower.modules import source_of
from kaipu.compiler.lower.nodes import TAG, block_tag
from kaipu.compiler.parse.script import Script
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.parse.tree import Document
from kaipu.definition.diagnostics import Diagnostic


def check_units(library: Library) -> list[Diagnostic]:
    """Everything wrong with the units that were opened, in the order they were."""
    return [problem for unit in library.units() for problem in check_unit(unit, library)]


def check_unit(unit: SourceUnit, library: Library) -> tuple[Diagnostic, ...]:
    script = _defining(unit, library)
    called = definition_of(script)
    modules = [library.script(f"shell/{name}.js") for name in (called[0], "words")] if called else []
    behind = tuple(module for module in modules if module)
    prefix = block_tag(unit.name) if unit.id.startswith("blocks/") else ""
    files = (unit.template, *unit.parts.templates.values())
    also_set = frozenset().union(*(set_in(one.source.text) for one in files)) if prefix else None
    custom = frozenset({*unit.uses, TAG} if unit.kind == "page" else unit.uses)
    scripts = _scripts(unit, library)
    return (
        *_templates(files, tuple(unit.parts.modules.items()), script, behind, custom),
        *(problem for module in unit.parts.modules.values() for problem in check_module(module)),
        *(problem for sheet in _component_styles(unit) for problem in _style(sheet, prefix, also_set)),
        *(problem for one in scripts for problem in _script(one, bool(prefix))),
        *(_made(script, scripts, library) if prefix else ()),
    )


def _scripts(unit: SourceUnit, library: Library) -> tuple[Script, ...]:
    """The unit's own, and those beside it that it reaches."""
    found = {unit.script_id: unit.script}
    waiting = [unit.script_id]
    while waiting:
        from_id = waiting.pop()
        for one in found[from_id].requires:
            source_id = source_of(one.path, from_id)
            script = library.script(source_id) if one.path.startswith(".") else None
            if script is not None and source_id.startswith(f"{unit.id}/") and source_id not in found:
                found[source_id] = script
                waiting.append(source_id)
    return tuple(found.values())


def _made(defining: Script, scripts: tuple[Script, ...], library: Library) -> list[Diagnostic]:
    """What a block's scripts define, and what they take from modules."""
    problems = list(_definition(defining))
    for script in scripts:
        found = ((one.path, library.script(source_of(one.path, script.source.file))) for one in script.requires)
        problems += _required(script, tuple((path, module) for path, module in found if module))
    return problems


@lru_cache(maxsize=512)
def _required(script: Script, modules: tuple[tuple[str, Script], ...]) -> tuple[Diagnostic, ...]:
    report = Report(script.source)
    check_required(script, {path: exports_of(module) for path, module in modules}, report)
    return report.found()


@lru_cache(maxsize=512)
def _definition(script: Script) -> tuple[Diagnostic, ...]:
    report = Report(script.source)
    check_definition(script, report)
    return report.found()


def _component_styles(unit: SourceUnit) -> tuple[Sheet, ...]:
    """A page may select what it likes."""
    return (unit.style, *unit.styles.values()) if unit.kind == "component" else ()


def _defining(unit: SourceUnit, library: Library) -> Script:
    """The unit's script, or the one beside it that it leaves its definition to."""
    if definition_of(unit.script) is None:
        beside = [source_of(one.path, unit.script_id) for one in unit.script.requires if one.path.startswith("./")]
        for script in map(library.script, beside):
            if script and definition_of(script):
                return script
    return unit.script


@lru_cache(maxsize=512)
def _templates(
    files: tuple[Document, ...],
    modules: tuple[tuple[str, Script], ...],
    script: Script,
    behind: tuple[Script, ...],
    custom: frozenset[str],
) -> tuple[Diagnostic, ...]:
    """The unit's own template comes first; blocks are put nowhere else."""
    named = NamedTemplates({document.source.file: document for document in files})
    problems = list(named.problems())
    for document in files:
        report = Report(document.source)
        file = document.source.file
        known = modules_in(document, dict(modules), report)
        tags = custom if document is files[0] else custom - {TAG}
        TemplateCheck(surface_of(script, behind), tags, named, known, file, report).run(document)
        problems += report.found()
    return tuple(problems)


@lru_cache(maxsize=512)
def _style(sheet: Sheet, prefix: str, also_set: frozenset[str] | None) -> tuple[Diagnostic, ...]:
    report = Report(sheet.source)
    check_style(sheet, prefix, report)
    if also_set is not None:
        check_values(sheet, also_set, report)
    return report.found()


@lru_cache(maxsize=512)
def _script(script: Script, is_block: bool) -> tuple[Diagnostic, ...]:
    report = Report(script.source)
    check_globals(script, report)
    if is_block:
        check_block_requires(script, report)
    check_repeated(script, report)
    check_words(script, surface_of(script, ()).tables, report)
    return report.found()
