"""The templates of a mini-program: each by itself, and against the files and components it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from kaipu.compiler.analyze.exports import exports_of
from kaipu.compiler.analyze.shapes import UNKNOWN, Shape
from kaipu.compiler.parse.expression import Expression
from kaipu.compiler.parse.script import parse_script
from kaipu.lint.markup.attributes import AttributeCheck, check_form
from kaipu.lint.markup.expressions import calls, check_bare, check_value
from kaipu.lint.markup.flow import FlowCheck
from kaipu.lint.markup.nodes import Attr, Element, elements, words
from kaipu.lint.markup.placing import PlacingCheck
from kaipu.lint.markup.scan import scan
from kaipu.lint.markup.speech import Speech, speech_of
from kaipu.lint.notes import Notes, nearest
from kaipu.lint.package.graph import Graph, linked
from kaipu.lint.package.links import check_page_link
from kaipu.lint.package.project import Project
from kaipu.lint.scripts.modules import check_module
from kaipu.lint.styles.sheet import check_inline

_PICTURES: Final = {"image": "src", "cover-image": "src", "video": "poster"}
_HTML_TAGS: Final = """div span p a img ul ol li h1 h2 h3 h4 h5 h6 table tr td th tbody thead section article header
    footer nav main aside br hr strong em b i u small iframe script style link svg path select option body html head
    font center"""
_MODULE_NAME: Final = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_HTML: Final = frozenset(_HTML_TAGS.split())


@dataclass
class Template:
    """One file, read."""

    path: str
    root: Element
    notes: Notes
    tags: set[str] = field(default_factory=set)
    """Custom tags in use."""
    defines: dict[str, Element] = field(default_factory=dict)
    imports: list[str] = field(default_factory=list)
    includes: list[str] = field(default_factory=list)
    handlers: list[tuple[str, int]] = field(default_factory=list)
    modules: dict[str, Shape] = field(default_factory=dict)
    pictures: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class TemplatesCheck:
    project: Project
    templates: dict[str, Template] = field(default_factory=dict)
    exports: dict[str, Shape] = field(default_factory=dict)
    """Of the files of script modules."""
    _included: Graph = field(default_factory=Graph)
    _imported: Graph = field(default_factory=Graph)
    _used: Graph = field(default_factory=Graph)

    @property
    def speech(self) -> Speech:
        return speech_of(self.project.rules)

    def run(self) -> None:
        ending = self.project.rules.dialect.endings.template
        for path in self.project.files(ending):
            if self.project.folder.source(path) is not None:
                self._read(path)
        for template in self.templates.values():
            self._names(template)
            self._uses(template)
            for picture, at in template.pictures:
                self._picture(template, picture, at)
        for graph, code in ((self._included, "include_circle"), (self._imported, "import_circle")):
            for path, at, target in graph.circles():
                self.templates[path].notes.known(code, at, file=target)
        for key, at, target in self._used.circles():
            self.templates[key.partition("#")[0]].notes.known("template_circle", at, name=target.partition("#")[2])

    def _read(self, path: str) -> None:
        notes = self.project.folder.notes(path)
        more = self.project.rules.more
        root = scan(notes, self.project.rules.dialect.module.tag, bare=more.bare_values)
        template = Template(path, root, notes)
        self.templates[path] = template
        attributes, flow = AttributeCheck(notes, self.speech), FlowCheck(notes, self.speech)
        flow.run(template.root)
        PlacingCheck(notes, self.speech).run(template.root)
        for element in elements(template.root):
            attributes.run(element)
            flow.run(element)
            check_form(notes, self.speech, element)
            self._element(template, element)
        found: list[Expression] = []
        for text in words(root):
            found += check_value(notes, text.text, text.at, anything=more.any_expression)
        for element in elements(root):
            found += self._values(notes, element)
        self._calls(template, found)

    def _values(self, notes: Notes, element: Element) -> list[Expression]:
        found: list[Expression] = []
        for attr in element.attrs:
            if attr.value is None or "{{" not in attr.value:
                if attr.value and attr.value.strip() and attr.name in self._bare:
                    check_bare(notes, attr.start, attr.start + len(attr.value))
                continue
            data = element.tag == "template" and attr.name == "data"
            anything = self.project.rules.more.any_expression
            found += check_value(notes, attr.value, attr.start, data=data, anything=anything)
        return found

    @property
    def _bare(self) -> tuple[str, ...]:
        """Conditions that need no braces."""
        words = self.project.rules.dialect.directives
        return (words.when, words.otherwise_when) if words.bare else ()

    def _calls(self, template: Template, found: list[Expression]) -> None:
        """Only script modules have functions that a template can call."""
        if not self.project.rules.dialect.module.inline:
            return
        for expression in found:
            for name, at, member in calls(expression):
                exports = template.modules.get(name)
                if exports is None:
                    template.notes.warning("call_of_no_module", at, name=name or "?")
                elif member and exports.complete and member not in exports.members:
                    place = template.notes.source.text.find(member, at + len(name))
                    template.notes.known("module_member_missing", place, module=name, name=member)

    def _element(self, template: Template, element: Element) -> None:
        notes = template.notes
        if element.tag in ("import", "include"):
            self._link(template, element)
        elif element.tag in self.speech.module_tags:
            self._module(template, element)
        elif element.tag == "template" and element.get("name"):
            name = element.text("name")
            if name in template.defines:
                notes.known("template_twice", element.at, name=name)
            template.defines[name] = element
        elif not self.speech.is_built_in(element.tag):
            template.tags.add(element.tag)
        for attr in element.attrs:
            self._attr(template, element, attr)

    def _attr(self, template: Template, element: Element, attr: Attr) -> None:
        literal, project = attr.literal, self.project
        if self.speech.event(attr.name) is not None:
            if literal and literal.strip().isidentifier():
                template.handlers.append((literal.strip(), attr.start))
        elif _PICTURES.get(element.tag) == attr.name and literal and project.is_local(literal):
            template.pictures.append((literal, attr.start))
        elif attr.name == "style" and attr.value:
            check_inline(template.notes, attr.value, attr.start)
        elif element.tag == "navigator" and attr.name == "url" and literal and element.text("target") != "miniProgram":
            kind = element.text("open-type") or element.text("openType")
            check_page_link(project, template.notes, literal, attr.start, template.path, kind)

    def _picture(self, template: Template, literal: str, at: int) -> None:
        """A picture's path begins at the page that is shown, even in a template that the page brings in."""
        project = self.project
        bringers = [one.path for one in self.templates.values() if template.path in (*one.imports, *one.includes)]
        found = [path for path in (project.resolve(one, literal) for one in (template.path, *bringers)) if path]
        others = [other for other in map(project.folder.other_case, found) if other]
        if any(path in project.folder for path in found):
            return
        if not found:
            template.notes.error("path_climbs", at, path=literal)
        elif others:
            template.notes.error("path_case", at, path=literal, other=others[0])
        else:
            template.notes.error("picture_missing", at, path=literal)

    def _link(self, template: Template, element: Element) -> None:
        src = element.get("src")
        if src is None or not (src.value or "").strip():
            return
        if src.literal is None:
            template.notes.error("path_not_fixed", src.start)
            return
        ending = self.project.rules.dialect.endings.template
        target = linked(self.project, template.notes, src.literal, src.start, ("", ending))
        if target is None:
            return
        (template.imports if element.tag == "import" else template.includes).append(target)
        (self._imported if element.tag == "import" else self._included).add(template.path, target, src.start)

    def _module(self, template: Template, element: Element) -> None:
        notes, words, rules = template.notes, self.project.rules.dialect.module, self.project.rules
        name, src = element.get(words.name), element.get(words.path)
        called = name.value or "" if name else ""
        if name and name.value and not _MODULE_NAME.fullmatch(name.value):
            notes.error("module_name", name.start, name=called)
        if called in template.modules:
            notes.known("module_twice", element.at, name=called)
        template.modules[called] = UNKNOWN
        if src is not None and src.literal:
            target = linked(self.project, notes, src.literal, src.start, only=rules.dialect.endings.module)
            template.modules[called] = self._exports(target) if target else UNKNOWN
        elif element.code:
            code = check_module(notes, element.code, element.code_at, es5=rules.more.module == "es5")
            template.modules[called] = code.exports
            for path, at in code.requires:
                linked(self.project, notes, path, at, only=rules.dialect.endings.module)

    def _exports(self, path: str) -> Shape:
        if path not in self.exports:
            source = self.project.folder.source(path)
            script = parse_script(source)[0] if source is not None else None
            self.exports[path] = exports_of(script) if script and not script.root.has_error else UNKNOWN
        return self.exports[path]

    def _names(self, template: Template) -> None:
        """Tags that nothing declares. A template that others bring in uses what they declare."""
        declared = self._declared(self._stem(template.path))
        brought = self._brought(template.path) if declared is None else set()
        for element in elements(template.root):
            if element.tag in template.tags - brought and (declared is None or element.tag not in declared):
                self._undeclared(template, element, declared)

    def _brought(self, path: str) -> set[str]:
        """What those declare that bring in a template."""
        bringers = (one for one in self.templates.values() if path in (*one.includes, *one.imports))
        return {tag for one in bringers for tag in self._declared(self._stem(one.path)) or ()}

    def _stem(self, path: str) -> str:
        return path.removesuffix(self.project.rules.dialect.endings.template)

    def _declared(self, stem: str) -> set[str] | None:
        """None if the template is no unit of its own."""
        project = self.project
        config = project.config(f"{stem}.json")
        known = {project.root + page.path for page in project.pages} | project.components
        if config is None and stem not in known and not project.script_of(stem):
            return None
        tags = {used.tag for used in project.used_by(f"{stem}.json")}
        tags |= {used.tag for used in project.used_by(project.app_path)}
        if config is not None:
            tags |= set(config.members("componentGenerics"))
        return tags

    def _undeclared(self, template: Template, element: Element, declared: set[str] | None) -> None:
        if declared is None and element.tag not in _HTML:
            return
        near = nearest(element.tag.lower(), {*self.speech.tags, *(declared or ())}, 0.7)
        if near and element.tag not in _HTML:
            template.notes.error("tag_misspelt", element.at, tag=element.tag, near=near)
        else:
            template.notes.error("tag_undeclared", element.at, tag=element.tag)

    def _uses(self, template: Template) -> None:
        """`<template is>` that nothing defines, and definitions that use themselves."""
        reach = set(template.defines)
        for path in template.imports:
            reach |= set(self.templates[path].defines) if path in self.templates else set()
        for element in elements(template.root):
            use = element.get("is")
            if element.tag != "template" or use is None or use.literal is None:
                continue
            if use.literal not in reach:
                template.notes.known("template_unknown", use.start, name=use.literal)
        for name, definition in template.defines.items():
            for element in elements(definition):
                use = element.get("is")
                if element.tag == "template" and use is not None and use.literal:
                    owner = self._owner(template, use.literal)
                    self._used.add(f"{template.path}#{name}", f"{owner}#{use.literal}", use.start)

    def _owner(self, template: Template, name: str) -> str:
        if name in template.defines:
            return template.path
        paths = (path for path in template.imports if path in self.templates)
        return next((path for path in paths if name in self.templates[path].defines), template.path)
