"""Spells one element's attributes and listeners in a dialect, and reports what the dialect has no word for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from kaipu.compiler.dialect import Dialect, TagRule
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tree import Attribute, Element, Event, Value, constant
from kaipu.compiler.printing.values import print_attribute, print_both_ways

Spelled = tuple[str, str | None]


@dataclass
class Spelling:
    """`custom` are the tags that the unit declares; they take any attribute."""

    dialect: Dialect
    custom: Mapping[str, str]
    report: Report
    compact: bool
    _rules: Mapping[str, TagRule] = field(init=False)

    def __post_init__(self) -> None:
        self._rules = self.dialect.tags

    def element(self, element: Element) -> tuple[Spelled, ...]:
        rule = self._rules.get(element.tag)
        if rule is None and self._rules and element.tag not in self.custom:
            self.report.error("tag_unsupported", element.at, tag=element.tag)
        spelled = [
            *self._attributes(element, rule),
            *(self._listener(element, event, rule) for event in element.events),
        ]
        present = {name for name, _ in spelled}
        additions = [(name, f'"{value}"') for name, value in (rule.add if rule else {}).items() if name not in present]
        return (*spelled, *additions)

    def value(self, value: Value | None) -> str | None:
        if value is None:
            return None if self.dialect.bare_attributes else '"{{true}}"'
        return print_attribute(value, compact=self.compact)

    def _attributes(self, element: Element, rule: TagRule | None) -> Iterator[Spelled]:
        for attribute in element.attributes:
            plain = attribute.kind == "plain"
            name = self._plain(element, attribute, rule) if plain else self._prefixed(attribute)
            if name:
                yield name, self._given(name, attribute, rule)

    def _given(self, name: str, attribute: Attribute, rule: TagRule | None) -> str | None:
        both_ways = attribute.kind == "model" or (rule is not None and name in rule.both_ways)
        if attribute.value is None or not both_ways or not self.dialect.both_ways[0]:
            return self.value(attribute.value)
        return print_both_ways(attribute.value, self.dialect.both_ways, compact=self.compact)

    def _plain(self, element: Element, attribute: Attribute, rule: TagRule | None) -> str | None:
        if rule and attribute.name in rule.drop:
            return None
        name = rule.rename.get(attribute.name, "") if rule else ""
        name = name or self.dialect.attributes.get(attribute.name, attribute.name)
        if rule is None or name in rule.attributes or _covers(self.dialect.everywhere, name):
            return name
        if _covers(self.dialect.drop, attribute.name):
            return None
        self.report.error("attribute_unsupported", attribute.at, tag=element.tag, name=attribute.name)
        return name

    def _prefixed(self, attribute: Attribute) -> str | None:
        if attribute.kind == "data":
            return f"data-{attribute.name}"
        why = self.dialect.unsupported.get(attribute.kind)
        if why:
            self.report.error("feature_unsupported", attribute.at, name=f"{attribute.kind}:{attribute.name}", why=why)
            return None
        model = attribute.kind == "model" and self.dialect.both_ways[0]
        return attribute.name if model else f"{attribute.kind}:{attribute.name}"

    def _listener(self, element: Element, event: Event, rule: TagRule | None) -> Spelled:
        events = self.dialect.events
        mode = f"capture-{event.mode}" if event.capture else event.mode
        for part in (mode, event.name):
            if part in events.unsupported:
                self.report.error("feature_unsupported", event.at, name=part, why=events.unsupported[part])
        if rule and event.name not in rule.events and event.name not in self.dialect.gestures:
            self.report.error("event_unsupported", event.at, tag=element.tag, name=event.name)
        why = self.dialect.unsupported.get("handler_by_data")
        if why and constant(event.handler) is None:
            self.report.error("feature_unsupported", event.at, name=f"{{{{}}}} ({event.name})", why=why)
        capital = events.names.get(event.name) or _capital(event.name)
        spelling = events.spelling.get(mode, mode + ":{name}")
        return spelling.format(name=event.name, Name=capital), self.value(event.handler)


def _covers(names: Container[str], name: str) -> bool:
    """Whether the name is there, or all of its prefix."""
    return name in names or f"{name.partition('-')[0]}-*" in names


def _capital(name: str) -> str:
    return re.sub(r"(?:^|-)(\w)", lambda match: match[1].upper(), name)
