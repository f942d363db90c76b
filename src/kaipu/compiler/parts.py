"""A unit's further files: templates that it imports or includes, and script modules. They lie in the unit's own folder
and are read, and told of, like its four.

An included file is put where it is included, before anything else is done with a tree: engines differ in what they let
it see. So it means the same on every platform.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from kaipu.compiler.parse.script import Script, parse_script
from kaipu.compiler.parse.source import LARGEST_FILE_BYTES, SourceText
from kaipu.compiler.parse.template import DEEPEST
from kaipu.compiler.parse.tree import (
    Document,
    Import,
    Include,
    Included,
    Node,
    ScriptModule,
    TemplateDefinition,
    inside,
    replaced,
    walk,
)
from kaipu.compiler.part_files import Files, Finder
from kaipu.definition.diagnostics import Diagnostic

TEMPLATE: Final = ".wxml"
MODULE: Final = ".wxs"
_LEFT_OUT: Final = (Import, ScriptModule, TemplateDefinition)


@dataclass(frozen=True, slots=True)
class Parts:
    """By source id; templates without what they include, which stands in them."""

    templates: Mapping[str, Document] = field(default_factory=dict)
    """Those that are imported, by the unit's template or by each other."""
    modules: Mapping[str, Script] = field(default_factory=dict)


def parts_of(unit_id: str, main: Document, files: Files) -> tuple[Document, Parts]:
    """The unit's own template, and the further ones. What is not there is told and left out."""
    if not has_parts(main):
        return main, Parts()
    collected = _Collected(Finder(unit_id, main.source.file, files))
    whole = collected.whole(main, (main.source.file,)).document
    collected.imported(whole, main.source.file)
    return whole, Parts(collected.templates, collected.modules)


@lru_cache(maxsize=512)
def has_parts(document: Document) -> bool:
    return any(isinstance(node, Import | Include | ScriptModule) for node in walk(document.children))


class _Whole(NamedTuple):
    """A file with what it includes, and how much that comes to: files may include each other again and again."""

    document: Document
    letters: int
    levels: int


@dataclass
class _Collected:
    finder: Finder
    templates: dict[str, Document] = field(default_factory=dict)
    modules: dict[str, Script] = field(default_factory=dict)
    _wholes: dict[str, _Whole] = field(default_factory=dict)

    def whole(self, document: Document, way: tuple[str, ...]) -> _Whole:
        """With what is included; `way` are the files that lead here."""
        file = document.source.file
        if file not in self._wholes:
            self._wholes[file] = self._include(document, way)
        return self._wholes[file]

    def _include(self, document: Document, way: tuple[str, ...]) -> _Whole:
        found: dict[str, Document] = {}
        letters, levels = len(document.source.text), 0
        for node, level in _levels(document):
            levels = max(levels, level)
            inner = self._included(node, document, way) if isinstance(node, Include) else None
            if inner is None or not isinstance(node, Include):
                continue
            letters, levels = letters + inner.letters, max(levels, level + inner.levels)
            place = document.source.position(node.at)
            if letters > LARGEST_FILE_BYTES:
                self.finder.tell("file_too_large", place, limit_kb=LARGEST_FILE_BYTES // 1024)
                break
            if levels > DEEPEST:
                self.finder.tell("template_too_deep", place, limit=DEEPEST)
                break
            found[node.path] = inner.document
        whole = _with_included(document, tuple(found.items())) if _includes(document) else document
        return _Whole(whole, letters, levels)

    def _included(self, node: Include, document: Document, way: tuple[str, ...]) -> _Whole | None:
        inner = self._file(node.path, document, node.at, TEMPLATE)
        if inner is not None and inner in way:
            self.finder.tell("include_circle", document.source.position(node.at), file=node.path)
        elif len(way) > DEEPEST:
            self.finder.tell("template_too_deep", document.source.position(node.at), limit=DEEPEST)
        elif inner is not None:
            return self.whole(self.finder.files.template(inner), (*way, inner))
        return None

    def imported(self, main: Document, first: str) -> None:
        """What is imported, from file to file: depth first, so that whatever leads back is met on its way."""
        waiting: list[tuple[Document, tuple[str, ...]]] = [(main, (first,))]
        done = set[str]()
        while waiting:
            document, way = waiting.pop()
            if way[-1] in done:
                continue
            done.add(way[-1])
            self._modules_in(document)
            if len(way) > 1:
                self.templates[way[-1]] = document
            for node in walk(document.children):
                inner = self._file(node.path, document, node.at, TEMPLATE) if isinstance(node, Import) else None
                if inner in way and isinstance(node, Import):
                    self.finder.tell("import_circle", document.source.position(node.at), file=node.path)
                elif inner and inner not in done:
                    waiting.append((self.whole(self.finder.files.template(inner), (inner,)).document, (*way, inner)))

    def _modules_in(self, document: Document) -> None:
        for node in walk(document.children):
            if not isinstance(node, ScriptModule):
                continue
            if node.path is not None:
                self._required(self._opened(self._file(node.path, document, node.at, MODULE)))
            else:
                script, problems = inline_script(node, document.source)
                self.finder.files.problems += problems
                self._required([script])

    def _opened(self, source_id: str | None) -> list[Script]:
        """The module, if it is there and was not opened before."""
        if source_id is None or source_id in self.modules:
            return []
        self.modules[source_id] = self.finder.files.view_module(source_id)
        return [self.modules[source_id]]

    def _required(self, scripts: list[Script]) -> None:
        waiting = scripts
        while waiting:
            one = waiting.pop()
            for require in one.requires:
                place = one.source.position(require.at)
                waiting += self._opened(self.finder.find(require.path, one.source.file, place, MODULE))

    def _file(self, path: str, document: Document, at: int, ending: str) -> str | None:
        return self.finder.find(path, document.source.file, document.source.position(at), ending)


def inline_script(node: ScriptModule, source: SourceText) -> tuple[Script, tuple[Diagnostic, ...]]:
    """Of code that stands in a template: places in it are those in the template."""
    return _inline(source, node.code or "", node.code_at)


@lru_cache(maxsize=256)
def _inline(source: SourceText, code: str, at: int) -> tuple[Script, tuple[Diagnostic, ...]]:
    place = source.position(at)
    before = "\n" * (place.line - 1) + " " * (place.column - 1)
    return view_script(SourceText(before + code, source.file))


def view_script(source: SourceText) -> tuple[Script, tuple[Diagnostic, ...]]:
    """A script module's; what is too new for it is told elsewhere, by stricter rules."""
    script, problems = parse_script(source)
    return script, tuple(one for one in problems if one.code != "script_too_new")


def _levels(document: Document) -> Iterator[tuple[Node, int]]:
    waiting = [(node, 1) for node in document.children]
    while waiting:
        node, level = waiting.pop()
        yield node, level
        waiting += [(inner, level + 1) for inner in inside(node)]


def _includes(document: Document) -> bool:
    return any(isinstance(node, Include) for node in walk(document.children))


@lru_cache(maxsize=256)
def _with_included(document: Document, found: tuple[tuple[str, Document], ...]) -> Document:
    """`found`: path as it is written -> tree. What was not found is left out."""
    included = dict(found)

    def change(node: Node) -> tuple[Node, ...] | None:
        if not isinstance(node, Include):
            return None
        inner = included.get(node.path)
        return () if inner is None else (Included(_visible(inner)),)

    return Document(replaced(document.children, change), document.source)


def _visible(document: Document) -> Document:
    """Without what is not taken over by who includes it."""
    nodes = replaced(document.children, lambda node: () if isinstance(node, _LEFT_OUT) else None)
    return Document(nodes, document.source)
