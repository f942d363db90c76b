"""Everything about a mini-program's folder, in the order in which one check needs another's findings."""

from __future__ import annotations

import json
from collections import Counter

from kaipu.compiler.dialect import Endings
from kaipu.compiler.package.manifest import MANIFEST, MARK
from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.lint.folder import Folder
from kaipu.lint.json_text import JsonText
from kaipu.lint.markup.nodes import Attr, elements
from kaipu.lint.package.configuration import ConfigurationCheck, check_components
from kaipu.lint.package.declared import DeclaredCheck
from kaipu.lint.package.parts import PartsCheck
from kaipu.lint.package.pictures import check_pictures
from kaipu.lint.package.privacy import PrivacyCheck
from kaipu.lint.package.project import Project
from kaipu.lint.package.schema import SchemaCheck
from kaipu.lint.package.scripts import ScriptsCheck
from kaipu.lint.package.sizes import check_sizes
from kaipu.lint.package.styles import StylesCheck
from kaipu.lint.package.tabs import TabsCheck
from kaipu.lint.package.templates import TemplatesCheck
from kaipu.lint.rules import Rules
from kaipu.lint.texts import messages


def check_package(folder: Folder, every: tuple[Rules, ...], *, whole: bool = True) -> list[Diagnostic]:
    """`every`: what is known of each platform. `whole`: it is a mini-program; else only some files of one, without an
    app.json.
    """
    rules = platform_of(folder, every)
    if rules is None:
        return [messages().error("platform_not_here", Position(MANIFEST, 1, 1), platform=_built_for(folder))]
    project = _project(folder, rules)
    for path in project.files(".json"):
        project.config(path)
    if whole:
        ConfigurationCheck(project).run()
        TabsCheck(project).run()
        PartsCheck(project).run()
        DeclaredCheck(project).run()
        check_sizes(project)
    privacy = PrivacyCheck(project)
    privacy.declarations()
    templates, scripts = TemplatesCheck(project), ScriptsCheck(project)
    templates.run()
    scripts.run()
    StylesCheck(project).run()
    check_pictures(folder)
    _units(project, templates)
    for code in scripts.codes.values():
        privacy.script(code)
    for template in templates.templates.values():
        scripts.handlers(template)
        privacy.template(template)
    _schemas(project, templates)
    return folder.all_problems()


def _schemas(project: Project, templates: TemplatesCheck) -> None:
    """Each configuration file against what the platform publishes; last, for other checks know more."""
    ending = project.rules.dialect.endings.template
    kinds = {f"{path.removesuffix(ending)}.json": "page" for path in templates.templates}
    kinds |= dict.fromkeys(project.rules.more.projects, "project")
    for name in ("sitemapLocation", "themeLocation"):
        place = project.app.get(name) if project.app else None
        kinds[str(project.resolve(project.app_path, place)) if isinstance(place, str) else ""] = name.removesuffix(
            "Location"
        )
    kinds |= {project.app_path: "app", f"{project.root}ext.json": "ext"}
    for file, kind in kinds.items():
        config = project.config(file) if file in project.folder else None
        schema = project.rules.schemas.get(kind)
        if config is not None and schema is not None:
            SchemaCheck(project.folder.notes(file), config, schema).run()


def _units(project: Project, templates: TemplatesCheck) -> None:
    """The .json beside each template, and app.json's own components."""
    ending = project.rules.dialect.endings.template
    configuration = ConfigurationCheck(project)
    for path in templates.templates:
        config = f"{path.removesuffix(ending)}.json"
        if config in project.folder and config != project.app_path:
            configuration.unit(config)
            check_components(project, config, _tags(templates, path))
    if project.app_path in project.folder:
        check_components(project, project.app_path, None)


def _tags(templates: TemplatesCheck, path: str) -> frozenset[str]:
    """Custom tags of a template and of those it brings in."""
    found: set[str] = set()
    waiting, seen = [path], {path}
    while waiting:
        template = templates.templates.get(waiting.pop())
        if template is not None:
            found |= template.tags
            found |= {element.tag for element in elements(template.root)}
            found |= {attr.value or "" for element in elements(template.root) for attr in element.attrs if _names(attr)}
            new = [one for one in (*template.imports, *template.includes) if one not in seen]
            seen.update(new)
            waiting += new
    return frozenset(found)


def _names(attr: Attr) -> bool:
    """Whether an attribute's value is the tag of a component."""
    return attr.name.startswith("generic:")


def _project(folder: Folder, rules: Rules) -> Project:
    root = ""
    for name in rules.more.projects:
        if name in folder:
            config = Project(folder, rules).config(name)
            root = _root(config) if config else ""
    return Project(folder, rules, root if any(path.startswith(root) for path in folder.sizes) else "")


def _root(config: JsonText) -> str:
    place = config.get("miniprogramRoot")
    plain = place.removeprefix("./").strip("/") if isinstance(place, str) else ""
    return f"{plain}/" if plain and ".." not in plain.split("/") else ""


def platform_of(folder: Folder, every: tuple[Rules, ...]) -> Rules | None:
    """The one that a package of ours names, None if it is not here. Else by the endings of the templates; by the
    project's file if there are none; else the one nearest to the source.
    """
    built_for = _built_for(folder)
    if built_for:
        return next((rules for rules in every if rules.platform == built_for), None)
    counted = Counter(path[path.rfind(".") :] for path in folder.sizes if "." in path)
    best = max(every, key=lambda rules: counted[rules.dialect.endings.template])
    if counted[best.dialect.endings.template]:
        return best
    by_file = (rules for rules in every if any(name in folder for name in rules.more.projects))
    by_source = (rules for rules in every if rules.dialect.endings == Endings())
    return next(by_file, None) or next(by_source, every[0])


def _built_for(folder: Folder) -> str:
    """The platform that a package's own manifest names; "" if it is none of ours."""
    source = folder.source(MANIFEST) if MANIFEST in folder else None
    try:
        said = json.loads(source.text) if source else {}
    except ValueError:
        return ""
    return str(said.get("platform", "")) if isinstance(said, dict) and MARK in said else ""
