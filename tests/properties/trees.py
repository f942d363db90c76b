"""Random expressions and trees, as large as a template's and in the normal form that parsing gives."""

from __future__ import annotations

from hypothesis import strategies as st

from kaipu.compiler.parse.expression import (
    Array,
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Index,
    Member,
    Name,
    Number,
    Object,
    Property,
    Spread,
    String,
    Unary,
)
from kaipu.compiler.parse.expression_parser import CONSTANTS, PRECEDENCE
from kaipu.compiler.parse.tree import (
    Attribute,
    Branch,
    Element,
    Event,
    For,
    If,
    Import,
    Include,
    Node,
    ScriptModule,
    Slot,
    TemplateDefinition,
    TemplateUse,
    Text,
    Value,
)
from kaipu.compiler.parse.values import normal

names = st.from_regex(r"[A-Za-z_$][A-Za-z0-9_$]{0,5}", fullmatch=True).filter(lambda name: name not in CONSTANTS)
tags = st.sampled_from(["view", "text", "image", "scroll-view", "kp-banner"])
characters = st.sampled_from([*"ab\u00a0 0;&<>{}=/-.\n,:!?'面", "&lt;", "{{", "}}"])
plain_text = st.lists(characters, max_size=8).map("".join)
# In one attribute there is room for one kind of quote only; the generator uses the single ones.
words = st.text(st.sampled_from([*"ab 0;&<>{}=/-.,:!?面"]), max_size=6)

leaves = st.one_of(
    st.builds(String, words),
    st.builds(Number, st.from_regex(r"(0|[1-9][0-9]{0,2})(\.[0-9]{1,2})?", fullmatch=True)),
    st.builds(Constant, st.sampled_from(sorted(CONSTANTS))),
    st.builds(Name, names),
)


def objects_of(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Object]:
    entry = st.one_of(st.builds(Property, names, inner), st.builds(Spread, inner))
    key = lambda one: one.key if isinstance(one, Property) else one  # noqa: E731 - spreads are never the same
    return st.builds(Object, st.lists(entry, min_size=1, max_size=3, unique_by=key).map(tuple))


def compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    # Only these have members and can be called; a list of one thing can stand for any other.
    named = inner.map(lambda node: node if isinstance(node, Name | Member | Index | Call | Array) else Array((node,)))
    return st.one_of(
        st.builds(Member, named, names),
        st.builds(Index, named, inner),
        st.builds(Call, named, st.lists(inner, max_size=2).map(tuple)),
        st.builds(Unary, st.sampled_from("!-"), inner),
        st.builds(Binary, st.sampled_from(sorted(PRECEDENCE)), inner, inner),
        st.builds(Conditional, inner, inner, inner),
        st.builds(Array, st.lists(inner, max_size=3).map(tuple)),
        objects_of(inner),
    )


expressions = st.recursive(leaves, compound, max_leaves=8)
objects = objects_of(expressions)


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Value]:
    return st.lists(st.one_of(texts, expressions), max_size=4).map(normal)


conditions = values(words).map(lambda value: value or ("a",))


def _is_kept(value: Value) -> bool:
    """Edges with line breaks are lay-out, not content."""
    edges = [part for part in (*value[:1], *value[-1:]) if isinstance(part, str)]
    stripped = all(part == part.strip() or "\n" not in part for part in edges)
    return bool(value) and stripped


texts = st.builds(Text, values(plain_text).filter(_is_kept))
attributes = st.lists(
    st.builds(
        Attribute,
        st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z]{1,3})?", fullmatch=True).filter(
            lambda name: not name.startswith(("bind", "catch", "data-"))
        ),
        st.one_of(st.none(), values(words)),
        st.sampled_from(["plain", "data", "mark", "model"]),
    ),
    max_size=3,
    unique_by=lambda one: one.name,
).map(tuple)
events = st.lists(
    st.builds(
        Event,
        st.sampled_from(["tap", "input", "scrolltolower"]),
        st.builds(lambda name: (name,), names),
        st.sampled_from(["bind", "catch", "mut-bind"]),
        st.booleans(),
    ),
    max_size=2,
    unique_by=lambda one: (one.name, one.mode, one.capture),
).map(tuple)


def joined(nodes: list[Node]) -> tuple[Node, ...]:
    """No two texts side by side."""
    return tuple(
        node
        for place, node in enumerate(nodes)
        if not (place and isinstance(node, Text) and isinstance(nodes[place - 1], Text))
    )


def nested(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    children = st.lists(inner, max_size=3).map(joined)
    branches = st.lists(st.builds(Branch, conditions, children), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Element, tags, attributes, events, children),
        st.builds(If, branches, st.one_of(st.none(), children)),
        st.builds(For, conditions, children, names, names, st.one_of(st.none(), st.just("*this"), names)),
        st.builds(TemplateDefinition, names, children),
    )


paths = st.just("./other.wxml")
singles = st.one_of(
    texts,
    st.builds(Element, tags, attributes, events),
    st.builds(Slot, st.one_of(st.none(), conditions)),
    st.builds(TemplateUse, conditions, st.one_of(st.none(), objects)),
    st.builds(Import, paths),
    st.builds(Include, paths),
    st.builds(ScriptModule, names, st.just("./m.wxs")),
    st.builds(ScriptModule, names, st.none(), st.just("module.exports = { a: 1 < 2 };")),
)
nodes = st.recursive(singles, nested, max_leaves=10)
trees = st.lists(nodes, max_size=4).map(joined)
