"""One declaration: is the property one, and can the value be meant?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Protocol

from kaipu.compiler.parse.style_rules import Token, offset_of
from kaipu.lint.notes import Notes, nearest
from kaipu.lint.styles.kinds import check_function, check_kinds
from kaipu.lint.styles.vocabulary import EVERYWHERE, vocabulary

_VENDOR: Final = re.compile(r"-(?:webkit|moz|ms|o)-")
_COLOR: Final = re.compile(r"[0-9a-fA-F]+")
_SIDES: Final = ("arguments", "content")


class Declaration(Token, Protocol):
    lower_name: str
    name: str
    value: Sequence[Token]


def check_declaration(notes: Notes, declaration: Declaration) -> None:
    name = declaration.lower_name
    if name.startswith("--") or notes.full:
        return
    at = offset_of(notes.source, declaration)
    words = [token for token in declaration.value if token.type not in ("whitespace", "comment")]
    if not _known_property(name):
        near = nearest(name, vocabulary().properties)
        if near:
            notes.error("property_misspelt", at, name=name, near=near)
        else:
            notes.error("property_unknown", at, name=name)
    elif not words:
        notes.error("value_missing", at, name=name)
    elif not _semicolon_missing(notes, words):
        _check_words(notes, name, words)


def _known_property(name: str) -> bool:
    if name.startswith("-ms-"):  # of Internet Explorer, by many names that stand in no list and do no harm
        return True
    bare = _VENDOR.sub("", name, count=1)
    return name in vocabulary().properties or (bare != name and bare in vocabulary().properties)


def _semicolon_missing(notes: Notes, words: Sequence[Token]) -> bool:
    """A second name and colon within one value."""
    for before, token in pairwise(words):
        if token.type == "literal" and token.serialize() == ":" and before.type == "ident":
            if before.serialize().lower() == "progid":
                return True
            notes.error("semicolon_missing", offset_of(notes.source, before), name=before.serialize())
            return True
    return False


def _check_words(notes: Notes, name: str, words: Sequence[Token]) -> None:
    told = len(notes.found)
    for number, token in enumerate(words):
        if token.type == "literal" and token.serialize() == "!":
            notes.error("important_misspelt", offset_of(notes.source, token))
            return
        follower = words[number + 1] if number + 1 < len(words) else None
        _number(notes, name, token, follower)
    for token in _deep(words):
        _token(notes, token)
    if len(notes.found) == told:
        _keyword(notes, name, words)
    if len(notes.found) == told:
        check_kinds(notes, name, words)


def _number(notes: Notes, name: str, token: Token, follower: Token | None) -> None:
    if token.type != "number" or getattr(token, "value", 0) == 0:
        return
    at = offset_of(notes.source, token)
    if follower is not None and follower.type == "ident" and follower.serialize().lower() in vocabulary().units:
        notes.error("unit_apart", at, number=token.serialize(), unit=follower.serialize())
    elif name in vocabulary().lengths:
        notes.error("unit_missing", at, number=token.serialize(), name=name)


def _token(notes: Notes, token: Token) -> None:
    at = offset_of(notes.source, token)
    if token.type == "dimension":
        unit = str(getattr(token, "lower_unit", ""))
        if unit not in vocabulary().units:
            notes.error("unit_unknown", at, unit=unit, near=nearest(unit, vocabulary().units, 0.5) or "rpx")
    elif token.type == "hash":
        digits = str(getattr(token, "value", ""))
        if len(digits) not in (3, 4, 6, 8) or not _COLOR.fullmatch(digits):
            notes.error("color_malformed", at, color=f"#{digits}")
    elif token.type == "function":
        function = _VENDOR.sub("", str(getattr(token, "lower_name", "")), count=1)
        if function not in vocabulary().functions:
            near = nearest(function, vocabulary().functions)
            make = notes.error if near else notes.warning
            make("function_unknown", at, name=function, near=near or "calc")
        else:
            check_function(notes, token)
    elif token.type == "url" and not str(getattr(token, "value", "")).strip():
        notes.error("address_empty", at)


def _deep(tokens: Sequence[Token]) -> Iterator[Token]:
    waiting = list(reversed(tokens))
    while waiting:
        token = waiting.pop()
        yield token
        for side in _SIDES:
            inner = getattr(token, side, None)
            if isinstance(inner, list):
                waiting.extend(reversed(inner))


def _keyword(notes: Notes, name: str, words: Sequence[Token]) -> None:
    allowed = vocabulary().keywords.get(name)
    if allowed is None or len(words) != 1 or words[0].type != "ident":
        return
    word = words[0].serialize().lower()
    if word in allowed or word in EVERYWHERE or word.startswith("-"):
        return
    near = nearest(word, allowed, 0.6)
    make = notes.error if near else notes.warning
    make("keyword_unknown", offset_of(notes.source, words[0]), name=name, word=word, near=near or min(allowed))
