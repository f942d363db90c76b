"""What every platform's package begins with: its units and modules printed in its dialect, and the release it was
built from.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from kaipu.compiler.dialect import Dialect, Platform
from kaipu.compiler.parse.script import Require, Script
from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.parse.tree import Document, ScriptModule, walk
from kaipu.compiler.parts import has_parts, inline_script
from kaipu.compiler.printing.script import inline_name, print_module, print_script, with_ending
from kaipu.compiler.printing.style import print_style
from kaipu.compiler.printing.template import print_template
from kaipu.compiler.project import BuildSource, Files, Module, Part, Project, Unit
from kaipu.compiler.style_parts import STYLE
from kaipu.definition.diagnostics import Diagnostic, Refused
from kaipu.definition.tree import JsonObject

RELEASE: Final = "release.js"
MOVED: Final = "moved.js"
SHOP: Final = "shop.js"
UnitConfig: TypeAlias = Callable[[Unit, Dialect], JsonObject]


def plain_config(unit: Unit, dialect: Dialect) -> JsonObject:
    """A unit's configuration in the platform's words."""
    window = {dialect.window.get(key, key): value for key, value in unit.config.items()}
    component: JsonObject = {"component": True} if unit.kind == "component" else {}
    config: JsonObject = {
        **component,
        **window,
        "usingComponents": {tag: f"/{path}" for tag, path in unit.uses.items()},
    }
    if dialect.placeholder and unit.later:
        config[dialect.placeholder] = dict.fromkeys(sorted(unit.later), "view")
    return config


def print_project(project: Project, platform: Platform, unit_config: UnitConfig = plain_config) -> Files:
    """All but the platform's own configuration files. Refused, with positions, if its dialect has no words for
    something.
    """
    files: Files = {}
    problems: list[Diagnostic] = []
    for unit in project.units:
        printed, missing = _print_unit(unit, platform, unit_config, project.minify)
        files |= printed
        problems += missing
    if problems:
        raise Refused(problems)
    files |= {module.path: _print_module(module) for module in project.modules}
    dialect = platform.dialect
    files[f"app{dialect.endings.style}"] = _print_sheet(project.app_style, dialect.endings.style, project.minify)
    if project.source:
        files[RELEASE] = release_script(project.source)
    return {**files, **_generated(project), **project.assets}


def _generated(project: Project) -> Files:
    """The modules that tell the shell where its pages stand, where that is not where it says they do; and which shop's
    they are, where the platform has no way of its own to say that.
    """
    reached = {
        path
        for module in (*project.modules, *(unit.module for unit in project.units))
        for path in module.requires.values()
    }
    made: dict[str, bytes] = {}
    if MOVED in reached:
        pages = [page for name in project.subpackages for page in project.subpackages[name]]
        made[MOVED] = module_script({page.path.removeprefix(f"{page.package}/"): page.path for page in pages})
    if SHOP in reached:
        made[SHOP] = b"exports.read = () => (" + json_file(project.ext or {}).rstrip() + b");\n"
    return made


def release_script(source: BuildSource) -> bytes:
    """The module `kaipu/release`."""
    release: JsonObject = {
        "slug": source.slug,
        "api": source.api_base,
        "pictures": source.pictures_base,
        "sha256": source.sha256,
        "definition": source.definition,
        "catalog": source.catalog,
        "shop": source.shop,
    }
    return module_script(release)


def module_script(value: JsonObject) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # These end a line in JavaScript of 2018, but not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"module.exports = {text};\n".encode()


def json_file(value: JsonObject, *, minify: bool = False) -> bytes:
    if minify:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


@lru_cache(maxsize=1024)
def _print_unit(
    unit: Unit, platform: Platform, unit_config: UnitConfig, minify: bool
) -> tuple[Files, tuple[Diagnostic, ...]]:
    dialect = platform.dialect
    template, problems = print_template(unit.template, dialect, unit.uses, compact=minify)
    files = {
        unit.path + dialect.endings.template: template.encode(),
        unit.path + dialect.endings.style: _print_sheet(unit.style, dialect.endings.style, minify),
        unit.module.path: _print_module(unit.module),
        unit.path + ".json": json_file(unit_config(unit, dialect), minify=minify),
        **_inline_modules(unit.template, unit.path, dialect),
    }
    for part in unit.parts:
        printed, missing = _print_part(part, unit, dialect, minify)
        files |= printed
        problems += missing
    return files, problems


def _print_part(part: Part, unit: Unit, dialect: Dialect, minify: bool) -> tuple[Files, tuple[Diagnostic, ...]]:
    if isinstance(part.content, Script):
        return {part.path + dialect.endings.module: print_module(part.content, dialect)}, ()
    if isinstance(part.content, Sheet):
        return {part.path + dialect.endings.style: _print_sheet(part.content, dialect.endings.style, minify)}, ()
    text, problems = print_template(part.content, dialect, unit.uses, compact=minify)
    template = {part.path + dialect.endings.template: text.encode()}
    return template | _inline_modules(part.content, part.path, dialect), problems


def _inline_modules(document: Document, path: str, dialect: Dialect) -> Files:
    """Files for the code that cannot stand in the template at `path`."""
    if dialect.module.inline or not has_parts(document):
        return {}
    inline = (node for node in walk(document.children) if isinstance(node, ScriptModule) and node.path is None)
    folder = posixpath.dirname(path)
    return {
        f"{folder}/{inline_name(node, document.source)}{dialect.endings.module}": print_module(
            inline_script(node, document.source)[0], dialect
        )
        for node in inline
    }


@lru_cache(maxsize=1024)
def _print_module(module: Module) -> bytes:
    return print_script(module.script, lambda require: required_path(module, require))


def required_path(module: Module, require: Require) -> str:
    """As it is written in the package."""
    found = module.requires[require.path]
    return require.path if found is None else relative_path(module.path, found)


def _print_sheet(sheet: Sheet, ending: str, minify: bool) -> bytes:
    """Platforms differ in nothing but the ending of what is imported."""
    return _printed_sheet(sheet, ending if sheet.imports else "", minify)


@lru_cache(maxsize=256)
def _printed_sheet(sheet: Sheet, ending: str, minify: bool) -> bytes:
    def path(written: str) -> str:
        return with_ending(written, STYLE, ending)

    return print_style(sheet, path, compact=minify).encode()


def relative_path(from_path: str, to_path: str) -> str:
    """As one script in the package requires another: never bare, and without the ending."""
    path = posixpath.relpath(to_path, posixpath.dirname(from_path)).removesuffix(".js")
    return path if path.startswith(".") else f"./{path}"
