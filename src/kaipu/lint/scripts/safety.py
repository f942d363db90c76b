"""What no mini-program may do or cannot do: code from text, interpreters, functions that the platform has not."""

from __future__ import annotations

import re
from typing import Final

from tree_sitter import Node

from kaipu.compiler.parse.script import text_of
from kaipu.lint.notes import nearest
from kaipu.lint.rules import Rules
from kaipu.lint.scripts.names import check_names
from kaipu.lint.scripts.read import Code, arguments_of, callee_of, string_of

_TIMERS: Final = frozenset({"setTimeout", "setInterval"})
_INTERPRETERS: Final = re.compile(
    r"(?:^|/)(?:eval5|evil-eval|sval|vm2|vm\.js|vm-js|jsjs|js-interpreter|acorn-interpreter|neval|safe-eval|quickjs\S*"
    r"|fengari\S*|brython|skulpt|jsvm|nano-vm|estime|safer-eval|static-eval|notevil|jsinterpreter|metaes)"
    r"(?:/|(?:\.min)?\.js|$)"
)
_SYNTAX: Final = (
    *("BinaryExpression", "CallExpression", "MemberExpression", "AssignmentExpression", "ConditionalExpression"),
    *("VariableDeclaration", "IfStatement", "ReturnStatement"),
)
_INTERPRETER_NAMES: Final = frozenset({"Sval", "Eval5", "JSInterpreter", "evaluateScript", "Interpreter", "evil"})
_ASKERS: Final = frozenset({"Reflect.construct", "Reflect.apply"})
_FROM_TEXT: Final = frozenset({"eval", "Function"})
_ROOTS: Final = frozenset({"window", "globalThis", "global", "self", "this"})
_OWN_FUNCTIONS: Final = frozenset({"function_expression", "arrow_function", "generator_function"})


def check_safety(code: Code, rules: Rules) -> None:
    if _INTERPRETERS.search(code.notes.source.file) or _reads_syntax(code.notes.source.text):
        code.notes.error("script_interpreter", 0, name=code.notes.source.file.rpartition("/")[2])
    check_names(code, rules, bundle=is_bundle(code))
    told = {one.where for one in code.notes.found}
    for name, at in code.script.globals:
        if name == "eval" and code.notes.source.position(at) not in told:
            code.notes.known("script_evaluates", at, name=name)
    for node in code.all("alias"):
        if text_of(node) in ("eval", "Function") and code.notes.source.position(code.at(node)) not in told:
            code.notes.known("script_evaluates", code.at(node), name=text_of(node))
    for call in (*code.all("call"), *code.all("new")):
        _call(code, call)
    for node in code.all("subscript"):
        _subscript(code, node)
    for node in code.all("member"):
        _made_of_function(code, node)
    _members(code, rules)


def _reads_syntax(text: str) -> bool:
    """Whether a script knows most kinds of nodes of a program's tree by their names, as what runs such trees has to."""
    return all(kind in text for kind in _SYNTAX)


def is_bundle(code: Code) -> bool:
    """A library made for many places: it asks for what there is in ways of its own."""
    text = code.notes.source.text
    return len(text) > 50_000 and len(text) > 200 * (text.count("\n") + 1)


def _call(code: Code, call: Node) -> None:
    name, given = callee_of(call), arguments_of(call)
    first = given[0] if given else None
    if name in _TIMERS and first is not None and _is_text(first):
        code.notes.error("timer_text", code.at(first), name=name)
    elif name == "require" and (path := string_of(first)) and _INTERPRETERS.search(path):
        code.notes.error("script_interpreter", code.at(first or call), name=path)
    elif call.type == "new_expression" and name in _INTERPRETER_NAMES:
        code.notes.error("script_interpreter", code.at(call), name=name)
    elif _is_made_of_constructors(call) or _is_from_text(call, name, given):
        code.notes.known("script_evaluates", code.at(call), name=name or "constructor")


def _is_from_text(call: Node, name: str, given: list[Node]) -> bool:
    """`window.eval`, `Function.call`, `Reflect.construct(Function, ...)`, `x.constructor('...')`."""
    owner, _, member = name.rpartition(".")
    if member in _FROM_TEXT and owner in _ROOTS:
        return True
    if owner == "Function" and member in ("call", "apply", "bind") and call.type == "call_expression":
        return bool(given)
    if name in _ASKERS:
        return bool(given) and text_of(given[0]) in _FROM_TEXT
    callee = call.child_by_field_name("function")
    last = callee.child_by_field_name("property") if callee is not None else None
    return last is not None and text_of(last) == "constructor" and bool(given) and _is_text(given[-1])


def _is_text(node: Node) -> bool:
    """A string, or strings put together."""
    if node.type == "binary_expression":
        return any(_is_text(one) for one in node.named_children)
    return node.type in ("string", "template_string")


def _subscript(code: Code, node: Node) -> None:
    """`globalThis['eval']`."""
    owner, index = node.child_by_field_name("object"), node.child_by_field_name("index")
    if owner is not None and text_of(owner) in _ROOTS and string_of(index) in _FROM_TEXT:
        code.notes.known("script_evaluates", code.at(node), name=string_of(index) or "")


def _made_of_function(code: Code, node: Node) -> None:
    """The constructor of a function that is written there, or of a prototype: Function by another name."""
    owner, member = node.child_by_field_name("object"), node.child_by_field_name("property")
    if owner is None or member is None or text_of(member) != "constructor":
        return
    inner = owner.named_children[0] if owner.type == "parenthesized_expression" and owner.named_children else owner
    given = arguments_of(inner) if callee_of(inner) == "Object.getPrototypeOf" else [inner]
    if text_of(owner) == "Function.prototype" or (given and given[0].type in _OWN_FUNCTIONS):
        code.notes.known("script_evaluates", code.at(node), name="constructor")


def _is_made_of_constructors(call: Node) -> bool:
    """`x.constructor.constructor('...')` is Function by another name."""
    callee = call.child_by_field_name("function")
    for _ in range(2):
        name = callee.child_by_field_name("property") if callee is not None else None
        if callee is None or name is None or text_of(name) != "constructor":
            return False
        callee = callee.child_by_field_name("object")
    return True


def _members(code: Code, rules: Rules) -> None:
    """Functions of the platform that there are not."""
    if not rules.globe or not rules.api:
        return
    declared = rules.globe not in {name for name, _ in code.script.globals}
    sure = {text_of(node).rpartition(".")[2] for node in code.all("member") if _is_asked(node) or _is_assigned(node)}
    for node in code.all("member") if not declared else ():
        owner, member = node.child_by_field_name("object"), node.child_by_field_name("property")
        if owner is None or member is None or owner.type != "identifier" or text_of(owner) != rules.globe:
            continue
        name = text_of(member)
        if name in rules.api or name in sure:
            continue
        near = nearest(name, rules.api, 0.8)
        if near:
            code.notes.error("api_misspelt", code.at(member), name=f"{rules.globe}.{name}", near=near)
        else:
            code.notes.warning("api_unknown", code.at(member), name=f"{rules.globe}.{name}")


def _is_assigned(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "assignment_expression" and _first_child(node.parent) == node


def _first_child(node: Node) -> Node | None:
    return node.child_by_field_name("left")


def _is_asked(node: Node) -> bool:
    """`if (wx.something)`, `wx.something && ...`: whether it is there is looked at first."""
    parent = node.parent
    return parent is not None and parent.type in ("parenthesized_expression", "binary_expression", "unary_expression")
