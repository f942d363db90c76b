"""Prints a style sheet: as it was written, or without what only people read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

import tinycss2

from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.parse.style_rules import GROUPS, Rule, Token

# Around these a space means nothing, wherever they stand in a selector or a value.
_TIGHT: Final = re.compile(r"\s*([,{};>])\s*|(\()\s+|\s+(\))")
_INSIDE: Final = {
    "function": ("(", ")", "arguments"),
    "() block": ("(", ")", "content"),
    "[] block": ("[", "]", "content"),
}
_SPACE: Final = re.compile(r"\s+")


def print_style(sheet: Sheet, import_path: Callable[[str], str], *, compact: bool) -> str:
    imports = {id(one.rule): f'@import "{import_path(one.path)}";' for one in sheet.imports}
    if compact:
        return "".join(imports.get(id(rule)) or _compact(rule) for rule in sheet.rules)
    return "".join(imports.get(id(rule)) or rule.serialize() for rule in sheet.rules)


def _compact(rule: Rule) -> str:
    if rule.type == "qualified-rule":
        return f"{_tight(rule.prelude)}{{{_declarations(rule)}}}"
    if rule.type != "at-rule":
        return ""
    head = f"@{rule.at_keyword} {_tight(rule.prelude)}".rstrip()
    if rule.content is None:
        return head + ";"
    if rule.lower_at_keyword in GROUPS:
        rules: list[Rule] = tinycss2.parse_rule_list(rule.content)
        return f"{head}{{{''.join(map(_compact, rules))}}}"
    return f"{head}{{{_declarations(rule)}}}"


def _declarations(rule: Rule) -> str:
    parsed = tinycss2.parse_declaration_list(rule.content or (), skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{one.name}:{_tight(one.value)}{'!important' if one.important else ''}"
        for one in parsed
        if one.type == "declaration"
    )


def _tight(tokens: Iterable[Token]) -> str:
    """Strings and addresses are left alone; `+` and `-` keep their spaces, which calc() needs."""
    parts: list[str] = []
    for exact, pieces in groupby(_pieces(tokens), key=itemgetter(0)):
        text = "".join(piece for _, piece in pieces)
        parts.append(text if exact else _TIGHT.sub(r"\1\2\3", _SPACE.sub(" ", text)))
    return "".join(parts).strip()


def _pieces(tokens: Iterable[Token]) -> Iterator[tuple[bool, str]]:
    """The text piece by piece, and whether it must stay exactly so."""
    for token in tokens:
        inside = _INSIDE.get(token.type)
        if inside:
            opening, closing, content = inside
            yield False, getattr(token, "name", "") + opening
            yield from _pieces(getattr(token, content))
            yield False, closing
        elif token.type != "comment":
            yield token.type in ("string", "url"), token.serialize()
