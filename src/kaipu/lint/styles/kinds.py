"""What kinds of values a property takes: which words, whether lengths, times or colours, how many. The words come from
the data that MDN publishes (CC0) by way of css-tree, in data/values.txt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from kaipu.compiler.parse.style_rules import Token, offset_of
from kaipu.lint.notes import Notes, nearest
from kaipu.lint.styles.vocabulary import EVERYWHERE, vocabulary

_VALUES: Final = Path(__file__).parents[1] / "data/values.txt"
_OPEN: Final = frozenset({"<custom-ident>", "<ident>", "<dashed-ident>", "<id-selector>"})
"""Kinds by which any word may stand there."""
_LENGTHS: Final = frozenset({"px", "rpx", "em", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "in", "pt", "pc", "upx"})
_TIMES: Final = frozenset({"s", "ms"})
_LATER: Final = frozenset({"var", "env", "constant", "attr"})
"""Functions that stand for anything."""
_MOST: Final = {
    "margin": 4,
    "padding": 4,
    "inset": 4,
    "color": 1,
    "background-color": 1,
    "border-color": 4,
    "opacity": 1,
}
_NO_COMMA: Final = frozenset({"margin", "padding", "color", "background-color", "border-radius"})
_NEVER_NEGATIVE: Final = ("padding", "width", "height", "min-", "max-", "font-size", "border-")
_RGB: Final = frozenset({"rgb", "rgba", "hsl", "hsla"})
_RGB_PARTS: Final = (3, 4)


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Property -> the words it takes, and in angle brackets the kinds of values."""
    lines = _VALUES.read_text(encoding="utf-8").splitlines()
    return {name: frozenset(words.split()) for name, _, words in (line.partition(": ") for line in lines)}


def check_kinds(notes: Notes, name: str, words: Sequence[Token]) -> None:
    allowed = kinds().get(name)
    if allowed is None or any(getattr(token, "lower_name", "") in _LATER for token in words):
        return
    for number, token in enumerate(words):
        at, text = offset_of(notes.source, token), token.serialize()
        if token.type == "literal" and (
            (text == "," and name in _NO_COMMA)
            or (text == ":" and not number)
            or (text == "-" and "<length>" in allowed)
        ):
            notes.error("value_sign", at, sign=text, name=name)
            return
        if token.type == "literal" and text == "#":
            notes.error("color_malformed", at, color="#")
        elif token.type == "ident":
            _word(notes, name, token, allowed)
        elif token.type in ("number", "dimension"):
            _quantity(notes, name, token, allowed)
    _many(notes, name, words)


def _word(notes: Notes, name: str, token: Token, allowed: frozenset[str]) -> None:
    word, at = token.serialize().lower(), offset_of(notes.source, token)
    if word.startswith("-") or word in allowed or word in EVERYWHERE:
        return
    if "<color>" in allowed and word in kinds()["<color>"]:
        return
    if allowed & _OPEN:
        _property_name(notes, name, word, at)
        return
    known = allowed | kinds()["<color>"] if "<color>" in allowed else allowed
    plain = sorted(one for one in known if not one.startswith("<"))
    near = nearest(word, plain, 0.6)
    make = notes.error if near or name.endswith("color") else notes.warning
    make("keyword_unknown", at, name=name, word=word, near=near or next(iter(plain), "inherit"))


def _property_name(notes: Notes, name: str, word: str, at: int) -> None:
    """What changes slowly has to be a property."""
    if name in ("transition", "transition-property") and word not in vocabulary().properties:
        near = nearest(word, vocabulary().properties)
        if near:
            notes.error("keyword_unknown", at, name=name, word=word, near=near)


def _quantity(notes: Notes, name: str, token: Token, allowed: frozenset[str]) -> None:
    unit, value = str(getattr(token, "lower_unit", "")), float(getattr(token, "value", 0))
    at = offset_of(notes.source, token)
    takes_length = bool(allowed & {"<length>", "<length-percentage>", "<dimension>"})
    if (unit in _LENGTHS and not takes_length) or (unit in _TIMES and "<time>" not in allowed):
        notes.error("value_unit", at, name=name, unit=unit)
    elif not unit and value and "<time>" in allowed and not allowed & {"<number>", "<integer>", "<length>"}:
        notes.error("time_unit_missing", at, number=token.serialize())
    elif value < 0 and name.startswith(_NEVER_NEGATIVE) and takes_length and not name.endswith("offset"):
        notes.error("value_negative", at, name=name)


def _many(notes: Notes, name: str, words: Sequence[Token]) -> None:
    most = _MOST.get(name)
    values = [token for token in words if token.type != "literal"]
    if most is not None and len(values) > most:
        notes.error("values_too_many", offset_of(notes.source, values[most]), name=name, most=most)


def check_function(notes: Notes, function: Token) -> None:
    """Arguments that no such function takes."""
    name = str(getattr(function, "lower_name", ""))
    given = [one for one in getattr(function, "arguments", []) if one.type != "comment"]
    solid = [one for one in given if one.type != "whitespace" and one.serialize() not in (",", "/")]
    at = offset_of(notes.source, function)
    if name == "var" and (not solid or not solid[0].serialize().startswith("--")):
        notes.error("variable_name", offset_of(notes.source, solid[0]) if solid else at)
    elif name in _RGB and len(solid) not in _RGB_PARTS and not any(one.type == "function" for one in solid):
        if not (solid and solid[0].serialize() == "from"):
            notes.error("color_malformed", at, color=function.serialize())
    elif name == "calc":
        _spaces(notes, given)


def _spaces(notes: Notes, given: Sequence[Token]) -> None:
    """`100%-10px` is two values without a sign between them."""
    solid = [one for one in given if one.type != "whitespace"]
    for before, token in pairwise(solid):
        both = {before.type, token.type} <= {"number", "percentage", "dimension"}
        if both and token.serialize()[:1] in "+-":
            notes.error("calc_spaces", offset_of(notes.source, token))
