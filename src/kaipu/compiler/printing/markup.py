"""Tags and texts as they will stand in a file, and their lay-out: compact, or readable with one tag a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    attributes: tuple[tuple[str, str | None], ...] = ()
    """Name, and value with its quotes (None: the name alone)."""
    children: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A script inside a tag."""

    text: str


Markup: TypeAlias = Tag | Code | str


def lay_out(nodes: tuple[Markup, ...], *, compact: bool) -> str:
    if compact or any(isinstance(node, str) for node in nodes):
        return "".join(map(_compact, nodes))
    return "".join(_lines(nodes, ""))


def _compact(node: Markup) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Code):
        return node.text
    inner = "".join(map(_compact, node.children))
    return f"{_opening(node)}>{inner}</{node.name}>" if inner else f"{_opening(node)}/>"


def _lines(nodes: tuple[Markup, ...], indent: str) -> list[str]:
    """White space is only added where there is no text beside it."""
    lines: list[str] = []
    for node in nodes:
        if isinstance(node, Tag) and node.children and all(isinstance(child, Tag) for child in node.children):
            lines.append(f"{indent}{_opening(node)}>\n")
            lines.extend(_lines(node.children, indent + "  "))
            lines.append(f"{indent}</{node.name}>\n")
        else:
            lines.append(f"{indent}{_compact(node)}\n")
    return lines


def _opening(tag: Tag) -> str:
    attributes = "".join(f" {name}" if value is None else f" {name}={value}" for name, value in tag.attributes)
    return f"<{tag.name}{attributes}"
