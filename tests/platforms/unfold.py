"""Turns Baidu's loops, conditions and values bound both ways into what the other platforms have: each part in an
attribute of its own, in braces.
"""

from __future__ import annotations

import re
from typing import Final

from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.tags import OpenTag, RawAttribute, split

_LOOP: Final = re.compile(r"([A-Za-z_$][\w$]*),([A-Za-z_$][\w$]*) in (.+?)(?: trackBy ([\w$]+)(?:\.([\w$]+))?)?")
_BOTH_WAYS: Final = re.compile(r"\{= [A-Za-z_$][\w$.\[\]]* =\}")
_CONDITIONS: Final = ("s-if", "s-elif")


def unfolded(text: str) -> str:
    """Each part of a loop in an attribute of its own, and braces where others have them. ValueError if a value is none
    that Baidu's documentation shows.
    """
    changes: list[tuple[int, int, str]] = []
    for part in split(Report(SourceText(text, "template"))):
        for attribute in part.attributes if isinstance(part, OpenTag) else ():
            if attribute.start >= 0:
                value = text[attribute.start : attribute.stop]
                changes.append((attribute.start, attribute.stop, _value(part.name, attribute, value, text)))
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


def _value(tag: str, attribute: RawAttribute, value: str, text: str) -> str:
    if attribute.name in _CONDITIONS:
        return _braced(value)
    if attribute.name == "s-for":
        return _loop(value, text[attribute.start - 1])
    if tag == "template" and attribute.name == "data":
        return value[1:-1]
    if value.startswith("{= ") or value.endswith(" =}"):
        if not _BOTH_WAYS.fullmatch(value):
            raise ValueError(f"{value}: not read: only a place is bound both ways")
        return _braced(value[3:-3])
    return value


def _loop(value: str, quote: str) -> str:
    found = _LOOP.fullmatch(value)
    if found is None or (found[4] and found[4] != found[1]):
        raise ValueError(f"{value}: not read as a loop")
    key = f" wx:key={quote}{found[5] or '*this'}{quote}" if found[4] else ""
    # The last quote is the attribute's own.
    named = f"{quote} s-for-item={quote}{found[1]}{quote} s-for-index={quote}{found[2]}{quote}{key}"
    return _braced(found[3]) + named.removesuffix(quote)


def _braced(value: str) -> str:
    if "{{" in value:
        raise ValueError(f"{value}: not read with braces")
    return "{{ " + value + " }}"
