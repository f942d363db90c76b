"""Parses a template into the neutral tree. Nesting is kept on a stack of our own, and limited."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaipu.compiler.parse.directives import Branching, Directives, directives_of
from kaipu.compiler.parse.elements import make_node
from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.tags import CloseTag, OpenTag, RawCode, Run, split, to_be_named
from kaipu.compiler.parse.tree import Branch, Document, For, If, Node, Text
from kaipu.compiler.parse.values import normal, parse_text
from kaipu.definition.diagnostics import Diagnostic

DEEPEST = 48


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something between an opening and a closing tag, before its if/elif/else chain is put together."""

    nodes: tuple[Node, ...]
    directives: Directives | None
    at: int


@dataclass(slots=True)
class _Open:
    tag: OpenTag | None
    pieces: list[_Piece] = field(default_factory=list)
    code: RawCode | None = None


def parse_template(source: SourceText) -> tuple[Document, tuple[Diagnostic, ...]]:
    builder = _Builder(Report(source))
    for part in split(builder.report):
        builder.add(part)
    return Document(builder.finish(), source), builder.report.found()


class _Builder:
    def __init__(self, report: Report) -> None:
        self.report = report
        self._stack = [_Open(None)]
        self._too_deep = 0
        self._closed: list[tuple[OpenTag, int]] = []

    def add(self, part: OpenTag | CloseTag | Run | RawCode) -> None:
        match part:
            case OpenTag():
                self._open(part)
            case CloseTag():
                self._close(part)
            case Run(start, stop) if not self._too_deep:
                self._text(start, stop)
            case RawCode():
                self._stack[-1].code = part
            case _:
                pass

    def finish(self) -> tuple[Node, ...]:
        left = [entry.tag for entry in self._stack if entry.tag is not None]
        for tag in to_be_named(left, self._closed, self.report.source):
            self.report.error("tag_unclosed", tag.at, tag=tag.name)
        while len(self._stack) > 1:
            self._finish_top()
        return self._gather(self._stack[0].pieces)

    def _open(self, tag: OpenTag) -> None:
        if self._too_deep or len(self._stack) > DEEPEST:
            if not self._too_deep:
                self.report.error("template_too_deep", tag.at, limit=DEEPEST)
            self._too_deep += not tag.closed
            return
        self._stack.append(_Open(tag))
        if tag.closed:
            self._finish_top()

    def _close(self, close: CloseTag) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        names = [entry.tag.name if entry.tag else "" for entry in self._stack]
        if close.name not in names:
            self.report.error("tag_not_open", close.at, tag=close.name)
            return
        while (tag := self._stack[-1].tag) and tag.name != close.name:
            self.report.error("tag_unclosed", tag.at, tag=tag.name)
            self._finish_top()
        if tag:
            self._closed.append((tag, close.at))
        self._finish_top()

    def _text(self, start: int, stop: int) -> None:
        value = parse_text(self.report, start, stop)
        if value:
            self._stack[-1].pieces.append(_Piece((Text(value, start),), None, start))

    def _finish_top(self) -> None:
        entry = self._stack.pop()
        tag = entry.tag
        assert tag is not None  # noqa: S101 - only the bottom of the stack has none
        found, rest = directives_of(self.report, tag)
        children = self._gather(entry.pieces)
        nodes = children if tag.name == "block" else make_node(self.report, tag, rest, children, entry.code)
        if tag.name == "block" and rest:
            self.report.error("block_attribute", rest[0].at, name=rest[0].name)
        self._stack[-1].pieces.append(_Piece(nodes, found, tag.at))

    def _gather(self, pieces: list[_Piece]) -> tuple[Node, ...]:
        """Puts the chains together and the texts that came to stand side by side."""
        chains: list[_Piece | _Chain] = []
        for piece in pieces:
            directives = piece.directives
            if directives and directives.branching in (Branching.ELIF, Branching.ELSE):
                self._continue_chain(chains, piece, directives)
            elif directives and directives.branching is Branching.IF:
                chains.append(_Chain(piece, [Branch(directives.condition, piece.nodes, piece.at)]))
            else:
                chains.append(piece)
        return _joined([node for entry in chains for node in _nodes(entry)])

    def _continue_chain(self, chains: list[_Piece | _Chain], piece: _Piece, directives: Directives) -> None:
        chain = chains[-1] if chains else None
        if not isinstance(chain, _Chain) or chain.otherwise is not None or chain.loops or directives.items is not None:
            self.report.error("else_alone", piece.at)
        elif directives.branching is Branching.ELIF:
            chain.branches.append(Branch(directives.condition, piece.nodes, piece.at))
        else:
            chain.otherwise = piece.nodes


@dataclass(slots=True)
class _Chain:
    first: _Piece
    branches: list[Branch]
    otherwise: tuple[Node, ...] | None = None

    @property
    def loops(self) -> bool:
        directives = self.first.directives
        return directives is not None and directives.items is not None


def _nodes(entry: _Piece | _Chain) -> tuple[Node, ...]:
    """The loop is outside the condition when one tag has both, as the source's dialect has it."""
    piece = entry.first if isinstance(entry, _Chain) else entry
    nodes = piece.nodes
    if isinstance(entry, _Chain):
        nodes = (If(tuple(entry.branches), entry.otherwise, piece.at),)
    directives = piece.directives
    if directives is None or directives.items is None:
        return nodes
    return (For(directives.items, nodes, directives.item, directives.index, directives.key, piece.at),)


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    result: list[Node] = []
    for node in nodes:
        last = result[-1] if result else None
        if isinstance(node, Text) and isinstance(last, Text):
            result[-1] = Text(normal([*last.value, *node.value]), last.at)
        else:
            result.append(node)
    return tuple(result)
