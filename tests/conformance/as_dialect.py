"""What of a tree a dialect says: names of attributes as it has them, without what it leaves out, with what it adds."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from kaipu.compiler.dialect import Dialect, TagRule
from kaipu.compiler.parse.expression import Constant
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import (
    Attribute,
    Branch,
    Element,
    For,
    If,
    Included,
    Node,
    ScriptModule,
    TemplateDefinition,
    Value,
)
from kaipu.compiler.parse.values import normal
from kaipu.compiler.printing.values import as_expression

_TRUE = (Constant("true"),)


def as_dialect(nodes: tuple[Node, ...], dialect: Dialect, stem: str = "") -> tuple[Node, ...]:
    """`stem` is the file's name: a script module that cannot stand in it is named after it."""
    return tuple(_node(one, dialect, stem) for node in nodes for one in _standing(node))


def _standing(node: Node) -> tuple[Node, ...]:
    """What stands where a file is included."""
    if not isinstance(node, Included):
        return (node,)
    return tuple(one for inner in node.document.children for one in _standing(inner))


def _node(node: Node, dialect: Dialect, stem: str) -> Node:
    match node:
        case Element():
            return _element(node, dialect, stem)
        case If(branches, otherwise):
            said = tuple(
                Branch(_steering(one.condition, dialect), as_dialect(one.children, dialect, stem)) for one in branches
            )
            return If(said, None if otherwise is None else as_dialect(otherwise, dialect, stem))
        case For():
            items = _steering(node.items, dialect)
            return replace(node, items=items, children=as_dialect(node.children, dialect, stem))
        case TemplateDefinition():
            return replace(node, children=as_dialect(node.children, dialect, stem))
        case ScriptModule(name, None) if not dialect.module.inline:
            return ScriptModule(name, f"./{stem}.{name}.wxs")
        case _:
            return node


def _steering(value: Value, dialect: Dialect) -> Value:
    """A condition or a list; where nothing stands around it, it is one expression."""
    return normal([as_expression(value)]) if dialect.directives.bare else value


def _element(node: Element, dialect: Dialect, stem: str) -> Element:
    rule = dialect.tags.get(node.tag)
    attributes = [said for one in node.attributes if (said := _attribute(one, dialect, rule))]
    present = {one.name for one in attributes}
    added = [_added(*pair) for pair in (rule.add if rule else {}).items() if pair[0] not in present]
    return replace(node, attributes=(*attributes, *added), children=as_dialect(node.children, dialect, stem))


def _attribute(one: Attribute, dialect: Dialect, rule: TagRule | None) -> Attribute | None:
    value = _TRUE if one.value is None and not dialect.bare_attributes else one.value
    if one.kind == "model" and dialect.both_ways[0]:
        return Attribute(one.name, value)
    if one.kind != "plain":
        return replace(one, value=value)
    if rule and one.name in rule.drop:
        return None
    renamed = rule.rename.get(one.name) if rule else None
    name = renamed or dialect.attributes.get(one.name, one.name)
    lacking = rule and name not in rule.attributes and not covers(dialect.everywhere, name)
    return None if lacking and covers(dialect.drop, one.name) else Attribute(name, value)


def covers(names: Container[str], name: str) -> bool:
    return name in names or f"{name.partition('-')[0]}-*" in names


def _added(name: str, value: str) -> Attribute:
    (element,) = parse_template(SourceText(f'<a {name}="{value}"/>', ""))[0].children
    assert isinstance(element, Element)
    return element.attributes[0]
