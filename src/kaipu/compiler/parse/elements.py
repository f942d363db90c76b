"""From one tag and its other attributes to a node: which are events, which data, and what special tags stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, cast

from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tags import OpenTag, RawAttribute, RawCode
from kaipu.compiler.parse.tree import (
    Attribute,
    AttributeKind,
    Element,
    Event,
    Import,
    Include,
    Mode,
    Node,
    ScriptModule,
    Slot,
    TemplateDefinition,
    TemplateUse,
    Value,
    constant,
)
from kaipu.compiler.parse.values import parse_data, parse_value

_PLAIN_NAME: Final = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_EVENT: Final = re.compile(r"(?P<capture>capture-)?(?P<mode>bind|catch|mut-bind):(?P<name>[a-zA-Z][\w-]*)", re.ASCII)
_OLD_EVENT: Final = re.compile(r"(?P<mode>bind|catch)(?P<capture>)(?P<name>[a-zA-Z][\w-]*)", re.ASCII)
_NO_EVENT: Final = re.compile(r"(?:capture-|mut-)*(?:bind|catch)")
_PREFIXED: Final[tuple[tuple[str, AttributeKind], ...]] = (("data-", "data"), ("mark:", "mark"), ("model:", "model"))


def make_node(
    report: Report, tag: OpenTag, attributes: tuple[RawAttribute, ...], children: tuple[Node, ...], code: RawCode | None
) -> tuple[Node, ...]:
    """The node a tag stands for; none if it was reported."""
    special = _Special(report, tag, {one.name: one for one in attributes})
    match tag.name:
        case "slot":
            return special.empty(children).only("name", node=Slot(special.value("name"), tag.at))
        case "template":
            return special.template(children)
        case "import":
            return special.empty(children).only("src", node=Import(special.text("src"), tag.at))
        case "include":
            return special.empty(children).only("src", node=Include(special.text("src"), tag.at))
        case "wxs":
            return special.module(code)
        case _:
            return (_element(report, tag, attributes, children),)


@dataclass(frozen=True)
class _Special:
    """A tag that is no element."""

    report: Report
    tag: OpenTag
    attributes: dict[str, RawAttribute]

    def value(self, name: str) -> Value | None:
        raw = self.attributes.get(name)
        return None if raw is None or raw.start < 0 else parse_value(self.report, raw.start, raw.stop)

    def text(self, name: str) -> str:
        """An attribute that must be there, without expressions."""
        text = constant(self.value(name))
        if not text:
            self.report.error("attribute_needed", self.tag.at, tag=self.tag.name, name=name)
        return text or ""

    def empty(self, content: object) -> _Special:
        """Says so if there is content, which has no place in the tree."""
        if content:
            self.report.error("content_unused", self.tag.at, tag=self.tag.name)
        return self

    def only(self, *names: str, node: Node) -> tuple[Node, ...]:
        for attribute in self.attributes.values():
            if attribute.name not in names:
                self.report.error("attribute_unknown", attribute.at, tag=self.tag.name, name=attribute.name)
        return (node,)

    def template(self, children: tuple[Node, ...]) -> tuple[Node, ...]:
        if "is" not in self.attributes:
            return self.only("name", node=TemplateDefinition(self.text("name"), children, self.tag.at))
        raw = self.attributes.get("data")
        data = parse_data(self.report, raw.start, raw.stop) if raw and raw.start >= 0 else None
        return self.empty(children).only("is", "data", node=TemplateUse(self.value("is") or (), data, self.tag.at))

    def module(self, code: RawCode | None) -> tuple[Node, ...]:
        name = self.text("module")
        written = self.report.source.text[code.start : code.stop] if code else ""
        text = written.strip()
        if "src" in self.attributes:
            module = ScriptModule(name, self.text("src"), None, self.tag.at)
            return self.empty(text).only("module", "src", node=module)
        place = code.start + written.index(text) if code else self.tag.at
        return self.only("module", node=ScriptModule(name, None, text, self.tag.at, place))


def _element(report: Report, tag: OpenTag, raws: tuple[RawAttribute, ...], children: tuple[Node, ...]) -> Element:
    attributes: list[Attribute] = []
    events: list[Event] = []
    for raw in raws:
        value = parse_value(report, raw.start, raw.stop) if raw.start >= 0 else None
        if event := _event(raw, value):
            if any((one.name, one.mode, one.capture) == (event.name, event.mode, event.capture) for one in events):
                report.error("attribute_twice", raw.at, name=raw.name)
            events.append(event)
        elif attribute := _attribute(report, raw, value):
            attributes.append(attribute)
    return Element(tag.name, tuple(attributes), tuple(events), children, tag.at)


def _event(raw: RawAttribute, value: Value | None) -> Event | None:
    """`bind:tap`, or `bindtap` as it is also written."""
    match = _EVENT.fullmatch(raw.name) or _OLD_EVENT.fullmatch(raw.name)
    if match is None:
        return None
    return Event(match["name"], value or (), cast("Mode", match["mode"]), bool(match["capture"]), raw.at)


def _attribute(report: Report, raw: RawAttribute, value: Value | None) -> Attribute | None:
    for prefix, kind in _PREFIXED:
        if raw.name.startswith(prefix) and _PLAIN_NAME.fullmatch(raw.name[len(prefix) :]):
            return Attribute(raw.name[len(prefix) :], value, kind, raw.at)
    if _NO_EVENT.match(raw.name):
        report.error("event_spelling", raw.at, name=raw.name)
    elif _PLAIN_NAME.fullmatch(raw.name):
        return Attribute(raw.name, value, "plain", raw.at)
    else:
        report.error("prefix_unknown", raw.at, name=raw.name)
    return None
