"""What no mini-program may do or cannot do: code from text, the web page's globals, another platform's, newer mistakes
that a tolerant parser lets pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from kaipu.compiler.parse.script import text_of
from kaipu.compiler.parse.script_break import is_torn
from kaipu.lint.notes import nearest
from kaipu.lint.rules import Rules
from kaipu.lint.scripts.read import Code, arguments_of, callee_of, string_of

_WEB: Final = frozenset(
    {"window", "document", "localStorage", "sessionStorage", "navigator", "location", "history", "XMLHttpRequest"}
    | {"fetch", "alert", "confirm", "prompt", "HTMLElement", "WebSocket", "FormData", "importScripts"}
)
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
_FUNCTIONS: Final = frozenset(
    {"function_declaration", "function_expression", "arrow_function", "method_definition", "generator_function"}
    | {"generator_function_declaration", "class_static_block"}
)
_LOOPS: Final = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement", "switch_statement"})


def check_safety(code: Code, rules: Rules) -> None:
    asked = {text_of(node) for node in code.all("asked")} | {text_of(node) for node in code.all("imported")}
    bundle = is_bundle(code)
    if _INTERPRETERS.search(code.notes.source.file) or _reads_syntax(code.notes.source.text):
        code.notes.error("script_interpreter", 0, name=code.notes.source.file.rpartition("/")[2])
    told = {one.where for one in code.notes.found}
    for name, at in code.script.globals:
        if name in asked:
            continue
        make = code.notes.warning if bundle else code.notes.error
        if name in _WEB:
            make("web_global", at, name=name)
        elif name in rules.foreign_globals:
            make("global_foreign", at, name=name, own=rules.globe)
        elif name == "eval" and code.notes.source.position(at) not in told:
            code.notes.known("script_evaluates", at, name=name)
    for node in code.all("alias"):
        if text_of(node) in ("eval", "Function") and code.notes.source.position(code.at(node)) not in told:
            code.notes.known("script_evaluates", code.at(node), name=text_of(node))
    for call in (*code.all("call"), *code.all("new")):
        _call(code, call)
    _global_members(code)
    _members(code, rules)


def _reads_syntax(text: str) -> bool:
    """Whether a script knows most kinds of nodes of a program's tree by their names, as what runs such trees has to."""
    return all(kind in text for kind in _SYNTAX)


def is_bundle(code: Code) -> bool:
    """A library made for many places: it asks for what there is in ways of its own."""
    text = code.notes.source.text
    return len(text) > 50_000 and len(text) > 200 * (text.count("\n") + 1)


def check_syntax(code: Code) -> None:
    """Mistakes that every engine refuses, though the parser does not."""
    for node in code.all("const"):
        if node.parent is not None and node.parent.parent is not None and node.parent.parent.type != "for_in_statement":
            code.notes.error("const_without_value", code.at(node), name=text_of(node))
    for node in code.all("comma"):
        code.notes.known("script_syntax", code.at(node))
    for node in code.all("await"):
        outer = _function_around(node)
        if outer is None or not any(child.type == "async" for child in outer.children):
            code.notes.error("await_outside", code.at(node))
    for node in code.all("leave"):
        if node.child_by_field_name("label") is None and not _in_loop(node):
            code.notes.known("script_syntax", code.at(node))
    for node in (*code.all("nameless"), *(one for one in code.all("string") if is_torn(one))):
        code.notes.known("script_syntax", code.at(node))
    _twice(code)
    _fixed(code)


def _fixed(code: Code) -> None:
    """A const that is set again, where its name means nothing else in the file."""
    once = Counter(text_of(node) for node in code.all("declares"))
    fixed = {text_of(node) for node in code.all("fixed")}
    for node in code.all("set"):
        name = text_of(node)
        if name in fixed and once[name] == 1:
            code.notes.error("const_set", code.at(node), name=name)


def _call(code: Code, call: Node) -> None:
    name, given = callee_of(call), arguments_of(call)
    first = given[0] if given else None
    if name in _TIMERS and first is not None and first.type in ("string", "template_string"):
        code.notes.error("timer_text", code.at(first), name=name)
    elif name == "require" and (path := string_of(first)) and _INTERPRETERS.search(path):
        code.notes.error("script_interpreter", code.at(first or call), name=path)
    elif call.type == "new_expression" and name in _INTERPRETER_NAMES:
        code.notes.error("script_interpreter", code.at(call), name=name)
    elif _is_made_of_constructors(call) or name in ("window.eval", "globalThis.eval", "global.eval"):
        code.notes.known("script_evaluates", code.at(call), name=name)


def _is_made_of_constructors(call: Node) -> bool:
    """`x.constructor.constructor('...')` is Function by another name."""
    callee = call.child_by_field_name("function")
    for _ in range(2):
        name = callee.child_by_field_name("property") if callee is not None else None
        if callee is None or name is None or text_of(name) != "constructor":
            return False
        callee = callee.child_by_field_name("object")
    return True


def _global_members(code: Code) -> None:
    """`globalThis.document` is no more there than document."""
    if "globalThis" not in {name for name, _ in code.script.globals}:
        return
    for node in code.all("member"):
        owner, member = node.child_by_field_name("object"), node.child_by_field_name("property")
        if owner is not None and member is not None and text_of(owner) == "globalThis" and text_of(member) in _WEB:
            code.notes.error("web_global", code.at(member), name=text_of(member))


def _members(code: Code, rules: Rules) -> None:
    """Functions of the platform that there are not."""
    if not rules.globe or not rules.api:
        return
    declared = rules.globe not in {name for name, _ in code.script.globals}
    for node in code.all("member") if not declared else ():
        owner, member = node.child_by_field_name("object"), node.child_by_field_name("property")
        if owner is None or member is None or owner.type != "identifier" or text_of(owner) != rules.globe:
            continue
        name = text_of(member)
        if name in rules.api or _is_assigned(node) or _is_asked(node):
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


def _twice(code: Code) -> None:
    """One block cannot declare a name twice by let or const."""
    seen: set[tuple[int, str]] = set()
    for node in code.all("let"):
        declaration = node.parent.parent if node.parent is not None else None
        block = declaration.parent if declaration is not None else None
        if block is None or block.type in ("switch_case", "switch_default", "for_statement", "for_in_statement"):
            continue
        key = (block.id, text_of(node))
        if key in seen:
            code.notes.error("name_twice", code.at(node), name=text_of(node))
        seen.add(key)


def _around(node: Node) -> Iterator[Node]:
    outer = node.parent
    while outer is not None:
        yield outer
        outer = outer.parent


def _function_around(node: Node) -> Node | None:
    return next((outer for outer in _around(node) if outer.type in _FUNCTIONS), None)


def _in_loop(node: Node) -> bool:
    for outer in _around(node):
        if outer.type in _LOOPS:
            return True
        if outer.type in _FUNCTIONS:
            return False
    return False
