"""Names that a script uses and nothing declares: the web page's, another platform's, misspelt ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, cast

from kaipu.compiler.parse.script import text_of
from kaipu.definition.tree import load_yaml
from kaipu.lint.notes import nearest
from kaipu.lint.rules import Rules
from kaipu.lint.scripts.read import Code

_GLOBALS: Final = Path(__file__).parents[1] / "data/globals.yaml"
_ROOT: Final = frozenset({"globalThis", "global", "self", "window"})
_SHORTEST: Final = 4
"""Letters of a name that may be a misspelt one."""


def check_names(code: Code, rules: Rules, *, bundle: bool) -> None:
    """In a bundle, made for many places, nothing but warnings: it asks for what there is in ways of its own."""
    asked = {text_of(node) for node in (*code.all("asked"), *code.all("imported"), *code.all("declares"))}
    known = _known()
    for name, at in code.script.globals:
        if name in asked or name == rules.globe or name in known["language"]:
            continue
        make = code.notes.warning if bundle or _is_tried(code, at) else code.notes.error
        if name in known["web"]:
            make("web_global", at, name=name)
        elif name in rules.foreign_globals:
            make("global_foreign", at, name=name, own=rules.globe)
        elif name not in known["platform"] and not name.startswith("__") and not bundle:
            _undeclared(code, rules, name, at)
    _members(code, known["web"])


def _undeclared(code: Code, rules: Rules, name: str, at: int) -> None:
    """What is written once more with another spelling is a mistake for sure."""
    near = ""
    if len(name) >= _SHORTEST:
        declared = {text_of(node) for node in code.all("declares")}
        near = nearest(name, {*_known()["language"], *_known()["platform"], rules.globe, *declared}, 0.8)
    if near:
        code.notes.error("name_misspelt", at, name=name, near=near)
    elif not _is_set(code, name):
        code.notes.error("name_undeclared", at, name=name)
    else:
        code.notes.warning("name_not_declared", at, name=name)


def _is_tried(code: Code, at: int) -> bool:
    """Whether the script is ready for the name not being there."""
    byte = len(code.notes.source.text[:at].encode("utf-8", "surrogatepass"))
    node = code.script.root.descendant_for_byte_range(byte, byte)
    while node is not None and node.type != "program":
        if node.type == "try_statement":
            return True
        node = node.parent
    return False


def _is_set(code: Code, name: str) -> bool:
    return any(text_of(node) == name for node in code.all("set"))


def _members(code: Code, web: frozenset[str]) -> None:
    """`globalThis.document` is no more there than document."""
    if not re.search(r"\bglobalThis\b", code.notes.source.text):
        return
    for node in code.all("member"):
        owner, member = node.child_by_field_name("object"), node.child_by_field_name("property")
        if owner is not None and member is not None and text_of(owner) == "globalThis":
            name = text_of(member)
            if name in web - _ROOT:
                code.notes.error("web_global", code.at(member), name=name)


@cache
def _known() -> Mapping[str, frozenset[str]]:
    words = cast("dict[str, list[str]]", load_yaml(_GLOBALS))
    return {kind: frozenset(map(str, names)) for kind, names in words.items()}
