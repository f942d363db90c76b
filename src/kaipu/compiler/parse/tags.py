"""Splits a template into tags and runs of text, by position. Knows nothing of what tags mean or how they nest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.values import parse_braces

_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_ATTRIBUTE = re.compile(r"""\s*([^\s=/>"'<{]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?""")
_SPACE = re.compile(r"\s*")
_CLOSE = re.compile(r"</([A-Za-z][\w-]*)\s*>", re.ASCII)
_NEXT = re.compile(r"<|\{\{")
_RAW_END = re.compile(r"</wxs\s*>")


@dataclass(frozen=True, slots=True)
class RawAttribute:
    name: str
    at: int
    start: int
    """Where the value starts; -1 if there is none."""
    stop: int


@dataclass(frozen=True, slots=True)
class OpenTag:
    name: str
    attributes: tuple[RawAttribute, ...]
    closed: bool
    """`<view/>`"""
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class CloseTag:
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Run:
    """Text between tags; expressions in it may hold `<`."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class RawCode:
    start: int
    stop: int


def split(report: Report) -> Iterator[OpenTag | CloseTag | Run | RawCode]:
    text = report.source.text
    position = 0
    while position < len(text):
        if text.startswith("<!--", position):
            position = _comment(report, position)
        elif text.startswith("</", position):
            close, position = _close_tag(report, position)
            if close:
                yield close
        elif text[position] == "<" and _NAME.match(text, position + 1):
            tag = _open_tag(report, position)
            position = tag.end
            yield tag
            if tag.name == "wxs" and not tag.closed:
                code = _raw_code(report, tag)
                position = code.stop
                yield code
        else:
            run = _run(report, position)
            position = run.stop
            yield run


def _comment(report: Report, position: int) -> int:
    end = report.source.text.find("-->", position + 4)
    if end == -1:
        report.error("comment_unclosed", position)
        return len(report.source.text)
    return end + 3


def _close_tag(report: Report, position: int) -> tuple[CloseTag | None, int]:
    text = report.source.text
    match = _CLOSE.match(text, position)
    if match:
        return CloseTag(match[1], position), match.end()
    report.error("tag_malformed", position)
    end = text.find(">", position)
    return None, len(text) if end == -1 else end + 1


def _open_tag(report: Report, position: int) -> OpenTag:
    text = report.source.text
    name = _NAME.match(text, position + 1)
    assert name is not None  # noqa: S101 - the caller looked
    attributes: list[RawAttribute] = []
    here = name.end()
    while match := _ATTRIBUTE.match(text, here):
        attributes.append(_raw_attribute(match))
        here = match.end()
    space = _SPACE.match(text, here)
    here = space.end() if space else here
    if text.startswith("/>", here):
        return OpenTag(name[0], tuple(attributes), True, position, here + 2)
    closed = False
    if not text.startswith(">", here):
        report.error("tag_malformed", min(here, len(text)))
        end = text.find(">", here)
        here = len(text) if end == -1 else end
        closed = text[here - 1] == "/"
    return OpenTag(name[0], tuple(attributes), closed, position, min(here + 1, len(text)))


def _raw_attribute(match: re.Match[str]) -> RawAttribute:
    group = next((number for number in (2, 3) if match[number] is not None), 0)
    start, stop = match.span(group) if group else (-1, -1)
    return RawAttribute(match[1], match.start(1), start, stop)


def _raw_code(report: Report, tag: OpenTag) -> RawCode:
    end = _RAW_END.search(report.source.text, tag.end)
    return RawCode(tag.end, end.start() if end else len(report.source.text))


def _run(report: Report, position: int) -> Run:
    """Up to the next `<` that is in no expression."""
    text = report.source.text
    here = position
    if text[here] == "<":
        report.error("tag_malformed", here)
        here += 1
    while match := _NEXT.search(text, here):
        if match[0] == "<":
            return Run(position, match.start())
        # Problems are reported when the run itself is parsed.
        _, here = parse_braces(Report(report.source), match.start(), len(text))
    return Run(position, len(text))


def to_be_named(left: Iterable[OpenTag], closed: Sequence[tuple[OpenTag, int]], source: SourceText) -> list[OpenTag]:
    """Which tags to name when some were never closed: a tag takes the closing of the one around it, so that in the end
    the outermost is left; how the lines are indented shows which one it was. `left` were open at the end, outermost
    first; `closed` are the others with the places of their closing tags, in their order. None that stands before
    braces which nothing closes: those took the closing tags in.
    """
    brace = source.text.rfind("{{")
    swallowed = brace > source.text.rfind("}}")
    slipped = [tag for tag, at in closed if _slipped(source.text, tag.at, at)]
    named: list[OpenTag] = []
    for tag in left:
        if swallowed and tag.at < brace:
            continue
        inner = next((one for one in slipped if one.name == tag.name and one.at > tag.at and one not in named), tag)
        named.append(inner)
    return named


def _slipped(text: str, opening: int, closing: int) -> bool:
    """Whether both begin a line, and not in the same column."""
    one, other = _indent(text, opening), _indent(text, closing)
    return one is not None and other is not None and one != other


def _indent(text: str, at: int) -> str | None:
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return None if before.strip() else before
