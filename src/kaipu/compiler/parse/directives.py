"""From a tag's attributes to the directives among them: conditions, loops, and what belongs to them.

The table of directives is the source's dialect; how other dialects spell them is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tags import OpenTag, RawAttribute
from kaipu.compiler.parse.tree import Value
from kaipu.compiler.parse.values import parse_value

IDENTIFIER: Final = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_PARTS_OF_FOR: Final = frozenset({"wx:for-item", "wx:for-index", "wx:key"})
_DIRECTIVES: Final = _PARTS_OF_FOR | {"wx:if", "wx:elif", "wx:else", "wx:for", "wx:for-items"}


class Branching(Enum):
    IF = "wx:if"
    ELIF = "wx:elif"
    ELSE = "wx:else"


@dataclass(frozen=True, slots=True)
class Directives:
    branching: Branching | None = None
    condition: Value = ()
    items: Value | None = None
    item: str = "item"
    index: str = "index"
    key: str | None = None


def directives_of(report: Report, tag: OpenTag) -> tuple[Directives | None, tuple[RawAttribute, ...]]:
    """The tag's directives, and its other attributes. A name that comes twice counts once."""
    seen: dict[str, RawAttribute] = {}
    for attribute in tag.attributes:
        if attribute.name in seen:
            report.error("attribute_twice", attribute.at, name=attribute.name)
        elif attribute.name.startswith("wx:") and attribute.name not in _DIRECTIVES:
            report.error("directive_unknown", attribute.at, name=attribute.name)
        else:
            seen[attribute.name] = attribute
    found = {name: seen.pop(name) for name in list(seen) if name in _DIRECTIVES}
    return (_directives(report, found) if found else None), tuple(seen.values())


def _directives(report: Report, found: dict[str, RawAttribute]) -> Directives:
    branchings = [kind for kind in Branching if kind.value in found]
    if len(branchings) > 1:
        report.error("branching_twice", found[branchings[1].value].at)
    branching = branchings[0] if branchings else None
    condition = _needed(report, found.get(branching.value)) if branching and branching is not Branching.ELSE else None
    items = found.get("wx:for", found.get("wx:for-items"))
    _misplaced(report, found, items)
    return Directives(
        branching,
        condition or (),
        _needed(report, items),
        _name(report, found.get("wx:for-item"), "item"),
        _name(report, found.get("wx:for-index"), "index"),
        _key(report, found.get("wx:key")),
    )


def _misplaced(report: Report, found: dict[str, RawAttribute], items: RawAttribute | None) -> None:
    for raw in found.values():
        if items is None and raw.name in _PARTS_OF_FOR:
            report.error("for_part_alone", raw.at, name=raw.name)
        elif raw.name == "wx:for-items" and raw is not items:
            report.error("attribute_twice", raw.at, name="wx:for")
        elif raw.name == "wx:else" and raw.start < raw.stop:
            report.error("else_condition", raw.at)


def _needed(report: Report, raw: RawAttribute | None) -> Value | None:
    if raw is None:
        return None
    value = parse_value(report, raw.start, raw.stop) if raw.start >= 0 else ()
    if not value:
        report.error("directive_empty", raw.at, name=raw.name)
    return value


def _name(report: Report, raw: RawAttribute | None, default: str) -> str:
    if raw is None:
        return default
    text = report.source.text[raw.start : raw.stop] if raw.start >= 0 else ""
    if IDENTIFIER.fullmatch(text):
        return text
    report.error("name_needed", raw.at, name=raw.name)
    return default


def _key(report: Report, raw: RawAttribute | None) -> str | None:
    text = report.source.text[raw.start : raw.stop] if raw and raw.start >= 0 else ""
    if raw is None or text == "*this":
        return text or None
    return _name(report, raw, "") or None
