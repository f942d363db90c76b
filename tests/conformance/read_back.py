"""Reads a platform's template back into a tree, by the dialect's words but without the printer: names are turned into
the source's where the tags say they stand, then the source's own parser reads the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaipu.compiler.dialect import Dialect, Directives
from kaipu.compiler.parse.expression_parser import ExpressionFault, ExpressionParser
from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.tags import CloseTag, OpenTag, RawAttribute, split
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Document

_MODES = ("capture-bind", "capture-catch", "mut-bind", "bind", "catch")


def read_back(text: str, dialect: Dialect) -> Document:
    """AssertionError if the platform's text is no template."""
    document, problems = parse_template(SourceText(as_source(text, dialect), "read back"))
    assert [problem.line("en") for problem in problems] == [], text
    return document


def as_source(text: str, dialect: Dialect) -> str:
    """The same template in the source's words."""
    reader = _Reader(text, dialect)
    parts: list[str] = []
    done = 0
    for start, end, new in reader.changes():
        parts += [text[done:start], new]
        done = end
    source = "".join([*parts, text[done:]])
    return re.sub(rf"(require\('[^']+){re.escape(dialect.endings.module)}'\)", r"\1.wxs')", source)


@dataclass(frozen=True)
class _Reader:
    text: str
    dialect: Dialect

    def changes(self) -> Iterator[tuple[int, int, str]]:
        """From, to, and what stands there instead; from left to right."""
        module = self.dialect.module.tag
        for part in split(Report(SourceText(_raw_modules(self.text, module), "platform"))):
            if isinstance(part, OpenTag):
                if part.name == module:
                    yield part.at + 1, part.at + 1 + len(module), "wxs"
                for attribute in part.attributes:
                    yield from self._attribute(part, attribute)
            elif isinstance(part, CloseTag) and part.name == module:
                yield part.at + 2, part.at + 2 + len(module), "wxs"

    def _attribute(self, tag: OpenTag, attribute: RawAttribute) -> Iterator[tuple[int, int, str]]:
        start, end = attribute.at, attribute.at + len(attribute.name)
        value = self.text[attribute.start : attribute.stop]
        words = self.dialect.directives
        loop = _pattern(words).fullmatch(value) if words.loop and attribute.name == words.each else None
        if loop and _is_expression(loop["items"]):
            yield start, attribute.stop + 1, _loop(loop, self.text[attribute.stop])
            return
        name = self._name(tag, attribute.name)
        if name != attribute.name:
            yield start, end, name
        if attribute.start >= 0 and (given := self._value(tag, name, value)) != value:
            yield attribute.start, attribute.stop, given

    def _name(self, tag: OpenTag, name: str) -> str:
        words, module = self.dialect.directives, self.dialect.module
        if tag.name == module.tag:
            return {module.name: "module", module.path: "src"}.get(name, name)
        names = {words.when: "wx:if", words.otherwise_when: "wx:elif", words.otherwise: "wx:else", words.each: "wx:for"}
        names |= {words.item: "wx:for-item", words.index: "wx:for-index", words.key: "wx:key"}
        return names.get(name) or self._event(name) or name

    def _event(self, name: str) -> str | None:
        events = self.dialect.events
        for mode in _MODES:
            spelling = re.escape(events.spelling.get(mode, mode + ":{name}"))
            pattern = spelling.replace(r"\{name\}", r"(?P<name>[\w-]+)").replace(r"\{Name\}", r"(?P<Name>[A-Z]\w*)")
            match = re.fullmatch(pattern, name)
            if match and mode not in events.unsupported:
                found = match.groupdict()
                return f"{mode}:{found['name'] if 'name' in found else self._lower(found['Name'])}"
        return None

    def _lower(self, name: str) -> str:
        return next((old for old, new in self.dialect.events.names.items() if new == name), name[0].lower() + name[1:])

    def _value(self, tag: OpenTag, name: str, value: str) -> str:
        words = self.dialect
        if name == "data" and tag.name == "template":
            return _inside(value, words.data) or value
        if name in ("wx:if", "wx:elif", "wx:for") and words.directives.bare and _is_expression(value):
            return f"{{{{ {value} }}}}"
        if words.both_ways[0] and (bound := _inside(value, words.both_ways)):
            return bound
        for ending, new in ((words.endings.template, ".wxml"), (words.endings.module, ".wxs")):
            if name == "src" and tag.name in ("import", "include", words.module.tag) and value.endswith(ending):
                return value.removesuffix(ending) + new
        return value


def _pattern(words: Directives) -> re.Pattern[str]:
    """Of a loop that is said in one value."""
    names = {"item": r"(?P<item>[\w$]+)", "index": r"(?P<index>[\w$]+)", "items": "(?P<items>.+?)"}
    pattern, tracked = re.escape(words.loop), re.escape(words.tracked)
    for name, group in names.items():
        pattern = pattern.replace(rf"\{{{name}\}}", group)
    tracked = tracked.replace(r"\{key\}", r"(?P<key>[\w$.]+)")
    return re.compile(f"{pattern}(?:{tracked})?", re.DOTALL)


def _loop(found: re.Match[str], quote: str) -> str:
    key = found["key"] and found["key"].partition(".")[2]
    parts = [
        ("wx:for", f"{{{{ {found['items']} }}}}"),
        ("wx:for-item", found["item"]),
        ("wx:for-index", found["index"]),
    ]
    parts += [("wx:key", key or "*this")] if found["key"] else []
    return " ".join(f"{name}={quote}{given}{quote}" for name, given in parts)


def _is_expression(text: str) -> bool:
    parser = ExpressionParser(text, 0, len(text))
    try:
        parser.expression()
    except ExpressionFault:
        return False
    return parser.tokens.ahead.at == len(text)


def _inside(value: str, around: tuple[str, str]) -> str | None:
    if value.startswith(around[0]) and value.endswith(around[1]):
        return f"{{{{ {value[len(around[0]) : -len(around[1])]} }}}}"
    return None


def _raw_modules(text: str, tag: str) -> str:
    """Scripts between tags are blanked, so that nothing in them is taken for a tag; every place stays where it is."""
    if tag == "wxs":
        return text
    code = re.compile(rf"(<{tag}\b[^<>]*[^/]>)(.*?)(?=</{tag}>)", re.DOTALL)
    return code.sub(lambda found: found[1] + re.sub(r"\S", " ", found[2]), text)
