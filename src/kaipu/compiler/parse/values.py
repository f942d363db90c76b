"""Text with `{{ }}` in it, as it stands between tags and in attributes, to a value in normal form."""

from __future__ import annotations

import re

from kaipu.compiler.parse.expression import Expression, Object, String
from kaipu.compiler.parse.expression_parser import ExpressionFault, ExpressionParser
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tree import Value

# Some platforms read these and some show them as they are: here they become the characters they stand for.
_ENTITY = re.compile(r"&(?:#(?P<number>\d+)|#[xX](?P<hex>[0-9a-fA-F]+)|(?P<name>[A-Za-z][A-Za-z0-9]*));")
_NAMED = {
    "lt": "<",
    "gt": ">",
    "amp": "&",
    "quot": '"',
    "apos": "'",
    "nbsp": "\u00a0",
    "ensp": "\u2002",
    "emsp": "\u2003",
}
_NEVER = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EDGES = ((0, re.compile(r"^\s*\n\s*")), (-1, re.compile(r"\s*\n\s*$")))


def parse_value(report: Report, start: int, stop: int) -> Value:
    """The value written in the source between two offsets; what cannot be read is reported and left out."""
    return normal([_read(part) for part in _parts(report, start, stop)])


def parse_text(report: Report, start: int, stop: int) -> Value:
    """The same between tags, where line breaks at the edges are lay-out and so is white space alone."""
    parts = _parts(report, start, stop)
    if all(isinstance(part, str) and not part.strip() for part in parts):
        return ()
    for end, edge in _EDGES:
        if isinstance(parts[end], str):
            parts[end] = edge.sub("", str(parts[end]))
    return normal([_read(part) for part in parts])


def _parts(report: Report, start: int, stop: int) -> list[str | Expression]:
    """Texts as they stand, and expressions, literal strings among them."""
    text = report.source.text
    parts: list[str | Expression] = []
    position = start
    while position < stop:
        opening = text.find("{{", position, stop)
        _add_text(report, parts, position, stop if opening == -1 else opening)
        if opening == -1:
            break
        expression, position = parse_braces(report, opening, stop)
        if expression is not None:
            parts.append(expression)
    return parts


def parse_braces(report: Report, opening: int, stop: int) -> tuple[Expression | None, int]:
    """The expression after `{{` at `opening`, None if it was reported, and the offset after `}}`."""
    parser = ExpressionParser(report.source.text, opening + 2, stop)
    try:
        expression = parser.expression()
        return expression, _closing(parser, stop)
    except ExpressionFault as fault:
        return None, _recover(report, fault, opening, stop)


def parse_data(report: Report, start: int, stop: int) -> Object | None:
    """The value of a template's `data`: `{{a: 1, ...b}}` and nothing else."""
    text = report.source.text
    if not text.startswith("{{", start, stop):
        report.error("template_data", start)
        return None
    parser = ExpressionParser(text, start + 2, stop)
    try:
        body = parser.object_body("}")
        if _closing(parser, stop) != stop:
            report.error("template_data", start)
        return body
    except ExpressionFault as fault:
        _recover(report, fault, start, stop)
        return None


def normal(parts: list[str | Expression]) -> Value:
    """Literal strings become text, neighbouring texts one text."""
    result: list[str | Expression] = []
    for part in parts:
        text = part.value if isinstance(part, String) else part
        if isinstance(text, str) and result and isinstance(result[-1], str):
            result[-1] += text
        elif text != "":
            result.append(text)
    return tuple(result)


def _closing(parser: ExpressionParser, stop: int) -> int:
    """`}}` comes as two signs, which must stand together."""
    first = parser.tokens.ahead
    if first.text != "}":
        parser.fail()
    parser.tokens.take()
    second = parser.tokens.ahead
    if second.text != "}" or second.at != first.end:
        parser.fail()
    return second.end


def _recover(report: Report, fault: ExpressionFault, opening: int, stop: int) -> int:
    report.error(fault.code, min(fault.at, stop), found=fault.found)
    closing = report.source.text.find("}}", max(fault.at, opening + 2), stop)
    return stop if closing == -1 else closing + 2


def _add_text(report: Report, parts: list[str | Expression], start: int, stop: int) -> None:
    if start == stop:
        return
    for entity in _ENTITY.finditer(report.source.text, start, stop):
        if _character(entity) is None:
            report.error("entity", entity.start(), found=entity[0])
    parts.append(report.source.text[start:stop])


def _read(part: str | Expression) -> str | Expression:
    return _ENTITY.sub(lambda found: _character(found) or found[0], part) if isinstance(part, str) else part


def _character(entity: re.Match[str]) -> str | None:
    if entity["name"]:
        return _NAMED.get(entity["name"])
    code = int(entity["number"] or entity["hex"], 10 if entity["number"] else 16)
    sign = chr(code) if 0 < code <= 0x10FFFF else "\0"
    return None if _NEVER.match(sign) else sign
