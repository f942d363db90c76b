"""Alipay's templates, read strictly and without the compiler's own printer: tag by tag, against the platform's tables.
Also turned back into WXML, so that a compiler of a vendor reads the expressions and the nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaipu.compiler.dialect import Dialect
from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.tags import CloseTag, OpenTag, RawAttribute, split

_DIRECTIVES = {
    "a:if": "wx:if",
    "a:elif": "wx:elif",
    "a:else": "wx:else",
    "a:for": "wx:for",
    "a:for-item": "wx:for-item",
    "a:for-index": "wx:for-index",
    "a:key": "wx:key",
}
_EVENT = re.compile(r"(on|catch)([A-Z]\w*)")
_DATA = re.compile(r"data-[a-z][a-z0-9-]*")


def problems(text: str, dialect: Dialect, custom: frozenset[str]) -> list[str]:
    """What does not nest, and every tag, attribute or event that is in no table."""
    report = Report(SourceText(text, "axml"))
    found: list[str] = []
    open_tags: list[str] = []
    for part in split(report):
        if isinstance(part, OpenTag):
            found += _tag_problems(part, dialect, custom, text)
            if not part.closed:
                open_tags.append(part.name)
        elif isinstance(part, CloseTag) and (not open_tags or open_tags.pop() != part.name):
            found.append(f"</{part.name}> closes nothing")
    return [*found, *(f"<{name}> is not closed" for name in open_tags), *(one.code for one in report.diagnostics)]


def as_wxml(text: str) -> str:
    """The same tree in the older dialect. Only names change, at the places the tags say."""
    changes: list[tuple[int, int, str]] = []
    for part in split(Report(SourceText(text, "axml"))):
        for attribute in part.attributes if isinstance(part, OpenTag) else ():
            changes.append((attribute.at, attribute.at + len(attribute.name), _wxml_name(attribute.name)))
    for start, end, name in reversed(changes):
        text = text[:start] + name + text[end:]
    return text


def _wxml_name(name: str) -> str:
    event = _EVENT.fullmatch(name)
    if event:
        return f"{'bind' if event[1] == 'on' else 'catch'}:{event[2].lower()}"
    return _DIRECTIVES.get(name, name)


def _tag_problems(tag: OpenTag, dialect: Dialect, custom: frozenset[str], text: str) -> Iterator[str]:
    rule = dialect.tags.get(tag.name)
    if rule is None and tag.name not in custom | {"block", "slot"}:
        yield f"<{tag.name}> is in no table"
    sent = {_on(name, dialect) for name in (rule.events if rule else frozenset()) | dialect.gestures}
    for attribute in tag.attributes:
        if attribute.start < 0 and attribute.name != "a:else":
            yield f"<{tag.name} {attribute.name}> has no value"
        if not _is_known(attribute, tag, dialect, custom, sent):
            yield f"<{tag.name} {attribute.name}> is in no table"
        if re.search(r"\bwx:|\bbind:", text[attribute.start : attribute.stop]):
            yield f"<{tag.name} {attribute.name}> speaks another dialect"


def _is_known(attribute: RawAttribute, tag: OpenTag, dialect: Dialect, custom: frozenset[str], sent: set[str]) -> bool:
    name = attribute.name
    if name in _DIRECTIVES or _DATA.fullmatch(name):
        return True
    if tag.name == "block":
        return False
    event = _EVENT.fullmatch(name)
    if event:
        return event[2] in sent
    rule = dialect.tags.get(tag.name)
    everywhere = name in dialect.everywhere or f"{name.partition('-')[0]}-*" in dialect.everywhere
    return tag.name in custom or everywhere or (rule is not None and name in rule.attributes)


def _on(name: str, dialect: Dialect) -> str:
    return dialect.events.names.get(name) or name.capitalize()
