"""How a platform's dialect spells directives and events, and whom a strange attribute betrays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from kaipu.lint.notes import nearest
from kaipu.lint.rules import Rules, all_rules

_BINDS: Final = re.compile(
    r"(?:capture-)?(?:bind|catch|mut-bind):(?P<a>[\w:-]+)|(?:capture-)?(?:mut-bind|bind|catch)(?P<b>[A-Za-z]\w*)"
)
_ONS: Final = re.compile(r"(?:on|catch)(?P<a>[A-Z]\w*)")
_HTML_EVENTS: Final = frozenset(
    {"click", "dblclick", "mousedown", "mouseup", "mouseover", "mouseenter", "keyup", "keydown"}
)
_DOM: Final = "click|dblclick|change|input|submit|focus|blur|load|error|scroll|select|reset|key\\w+|mouse\\w+|touch\\w+"
_FOREIGN_FORMS: Final = re.compile(rf"[:@#]\S*|v-\S*|\[\S*\]|\(\S*\)|\*\S*|on(?:{_DOM})")


@dataclass(frozen=True, eq=False)
class Speech:
    rules: Rules

    @cached_property
    def directives(self) -> frozenset[str]:
        words = self.rules.dialect.directives
        known = {words.when, words.otherwise_when, words.otherwise, words.each, words.item, words.index, words.key}
        return frozenset(known | {f"{self.rules.prefix}for-items"})

    @cached_property
    def is_on(self) -> bool:
        """Whether listeners are spelled `onTap`."""
        return self.rules.dialect.events.spelling.get("bind", "").startswith("on")

    @cached_property
    def module_tags(self) -> frozenset[str]:
        return frozenset({self.rules.dialect.module.tag})

    @cached_property
    def tags(self) -> dict[str, frozenset[str] | None]:
        """Built-in tag -> attributes of its own, None if they are not known."""
        found: dict[str, frozenset[str] | None] = {
            name: rule.attributes for name, rule in self.rules.dialect.tags.items()
        }
        for name, more in self.rules.more.tags.items():
            kept = found.get(name, frozenset())
            found[name] = None if more is None or kept is None else kept | frozenset(more)
        return found

    @cached_property
    def special_tags(self) -> frozenset[str]:
        return frozenset({"block", "template", "import", "include", "slot", *self.module_tags})

    def is_built_in(self, tag: str) -> bool:
        return tag in self.special_tags or tag in self.tags or tag.startswith(self.rules.more.families or ("\0",))

    def event(self, name: str) -> str | None:
        """The event a listener's attribute names; None if it is no listener."""
        match = (_ONS if self.is_on else _BINDS).fullmatch(name)
        return (match["a"] or match.groupdict().get("b") or "") if match else None

    @cached_property
    def _sent_everywhere(self) -> frozenset[str]:
        return frozenset(self.rules.dialect.gestures | self.rules.more.sends_everywhere)

    def misspelt_event(self, tag: str, event: str) -> str:
        """The event of a built-in tag that was probably meant; "" if there is no doubt about it, or no guess."""
        rule = self.rules.dialect.tags.get(tag)
        if rule is None:
            return ""
        names = self.rules.dialect.events.names
        known = {names.get(one, one).lower() for one in {*self._sent_everywhere, *rule.events}}
        plain = event.lower()
        if plain in known or plain in self._all_events:
            return ""
        return nearest(plain, known, 0.75 if len(plain) > 4 else 0.6)

    @cached_property
    def _all_events(self) -> frozenset[str]:
        """Of any tag."""
        names = self.rules.dialect.events.names
        every = {event for rule in self.rules.dialect.tags.values() for event in rule.events}
        every |= self._sent_everywhere | self.rules.more.events
        return frozenset(one.lower() for event in every for one in (event, names.get(event, event)))

    def foreign_prefix(self, name: str) -> str:
        """The prefix, if the attribute is a directive of another dialect."""
        return next((prefix for prefix in self.rules.foreign_prefixes if name.startswith(prefix)), "")

    def is_foreign_event(self, name: str) -> bool:
        if self.is_on:
            return _BINDS.fullmatch(name) is not None and not name.startswith("catch")
        match = _ONS.fullmatch(name)
        return match is not None and match["a"].lower() in self.rules.dialect.gestures

    def is_foreign_form(self, name: str) -> bool:
        """`:class`, `@click`, `onclick`: other frameworks' and the web's own."""
        return _FOREIGN_FORMS.fullmatch(name) is not None

    def is_event_of_the_web(self, event: str) -> bool:
        return event.lower() in _HTML_EVENTS

    def is_everywhere(self, name: str) -> bool:
        patterns = (*self.rules.dialect.everywhere, *self.rules.more.everywhere)
        return name.startswith(("data-", "mark:", "model:", "aria-")) or any(
            name.startswith(one[:-1]) if one.endswith("*") else name == one for one in patterns
        )


@cache
def speech_of(rules: Rules) -> Speech:
    return Speech(rules)


@cache
def other_endings() -> dict[str, str]:
    """Ending of a template -> platform."""
    return {rules.dialect.endings.template: rules.platform for rules in all_rules()}
