"""What a page's or a component's script defines: its methods, for the template's events and for `this`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tree_sitter import Node

from kaipu.compiler.analyze.shapes import Shape, shape_of
from kaipu.compiler.parse.script import text_of
from kaipu.lint.notes import nearest
from kaipu.lint.scripts.read import Code, arguments_of, callee_of

_PAGE_LIFE: Final = frozenset(
    {"onLoad", "onShow", "onReady", "onHide", "onUnload", "onPullDownRefresh", "onReachBottom", "onShareAppMessage"}
    | {"onShareTimeline", "onAddToFavorites", "onPageScroll", "onResize", "onTabItemTap", "onSaveExitState"}
)
_COMPONENT_PARTS: Final = frozenset(
    {"properties", "data", "observers", "methods", "behaviors", "created", "attached", "ready", "moved", "detached"}
    | {"relations", "externalClasses", "options", "lifetimes", "pageLifetimes", "definitionFilter", "export", "props"}
)
_APP_LIFE: Final = frozenset(
    {"onLaunch", "onShow", "onHide", "onError", "onPageNotFound", "onUnhandledRejection", "onThemeChange"}
)
_LIFETIMES: Final = frozenset({"created", "attached", "ready", "moved", "detached", "error"})
_PAGE_LIFETIMES: Final = frozenset({"show", "hide", "resize", "routeDone"})
_MAKERS: Final = frozenset({"Page", "Component", "App"})
_TYPES: Final = frozenset({"String", "Number", "Boolean", "Object", "Array", "Function", "null"})
_INSTANCE: Final = frozenset(
    """setData hasBehavior triggerEvent createSelectorQuery createIntersectionObserver createMediaQueryObserver
    selectComponent selectAllComponents selectOwnerComponent getRelationNodes groupSetData getTabBar getPageId animate
    clearAnimation applyAnimatedStyle clearAnimatedStyle setUpdatePerformanceListener getPassiveEvent setPassiveEvent
    getOpenerEventChannel updateData replaceDataOnPath getAppBar addGlobalStyle hasOwnProperty toString constructor
    setInitialRenderingCache $spliceData $batchedUpdates createAnimation dispatch getOpenerEventChannel mergeDataOnPath
    onLoad onShow onHide onReady onUnload""".split()  # noqa: SIM905 - a list would take twenty lines
)
_FUNCTIONS: Final = frozenset({"function_expression", "method_definition", "function_declaration", "arrow_function"})


@dataclass(frozen=True, slots=True)
class Definition:
    kind: str
    """Page, Component, Behavior or App."""
    shape: Shape
    methods: Shape


def definition_in(code: Code) -> Definition | None:
    """None if the script does not call Page or Component with an object, or does so more than once."""
    found = list(_definitions(code))
    return found[0] if len(found) == 1 else None


def registers(code: Code) -> bool:
    """Whether the script may make a page or component, by itself or by what it calls."""
    return code.broken or bool(code.all("call") or code.all("module"))


def _definitions(code: Code) -> Iterator[Definition]:
    for call in code.all("call"):
        name, given = callee_of(call), arguments_of(call)
        if name not in ("Page", "Component") or not given or given[0].type != "object":
            continue
        shape = shape_of(given[0])
        methods = shape if name == "Page" else shape.inside("methods")
        mixed = {"behaviors", "mixins"} & shape.members.keys()
        complete = methods.complete and shape.complete and not mixed
        yield Definition(name, shape, Shape(methods.members, complete))


def check_makers(code: Code, wanted: frozenset[str]) -> None:
    """A script makes one thing, of the kind that its place asks for."""
    own = {text_of(node) for node in (*code.all("imported"), *code.all("declares"))}
    calls = [call for call in code.all("call") if callee_of(call) in _MAKERS - own]
    for call in calls:
        name = callee_of(call)
        if name not in wanted:
            code.notes.error("maker_wrong", code.at(call), name=name, wanted=min(wanted))
        elif not arguments_of(call):
            code.notes.error("maker_empty", code.at(call), name=name)
    plain = [call for call in calls if call.parent is not None and _is_statement_of_file(call.parent)]
    for call in plain[1:]:
        code.notes.error("maker_twice", code.at(call), name=callee_of(call))


def _is_statement_of_file(node: Node) -> bool:
    return node.type == "expression_statement" and node.parent is not None and node.parent.type == "program"


def check_app(code: Code) -> None:
    for call in code.all("call"):
        given = arguments_of(call)
        if callee_of(call) == "App" and given and given[0].type == "object":
            _misspelt(code, shape_of(given[0]), _APP_LIFE)


def check_definition(code: Code, definition: Definition) -> None:
    _life(code, definition)
    if definition.kind == "Component":
        _misspelt(code, definition.shape.inside("lifetimes"), _LIFETIMES)
        _misspelt(code, definition.shape.inside("pageLifetimes"), _PAGE_LIFETIMES)
        _properties(code, definition.shape.inside("properties"))
    _arrows(code, definition)
    _this(code, definition)
    for key, at in _twice(code, definition):
        code.notes.warning("member_twice", at, name=key)


def _life(code: Code, definition: Definition) -> None:
    """`onLaod`: nearly the name of something that the platform calls, and not called by anything else."""
    _misspelt(code, definition.shape, _PAGE_LIFE if definition.kind == "Page" else _COMPONENT_PARTS)


def _misspelt(code: Code, shape: Shape, known: frozenset[str]) -> None:
    for name, node in shape.members.items():
        near = nearest(name, known, 0.8)
        if name not in known and near and near not in shape.members and f"this.{name}" not in _text(code):
            code.notes.warning("life_misspelt", code.at(_key(node)), name=name, near=near)


def _properties(code: Code, properties: Shape) -> None:
    """`{ type: 'string' }`: a type is a constructor."""
    for node in properties.members.values():
        given = shape_of(node).members.get("type", node) if node.type == "object" else node
        if given.type in ("string", "number", "true", "false", "undefined"):
            code.notes.error("property_type", code.at(given), words=", ".join(sorted(_TYPES)))


def _arrows(code: Code, definition: Definition) -> None:
    """An arrow function has no `this` of its own: at a file's top there is none."""
    methods = {**definition.shape.members, **definition.methods.members}
    for name, node in methods.items():
        inner = _own_this(node) if node.type == "arrow_function" else None
        if inner is not None:
            code.notes.error("arrow_this", code.at(inner), name=name)


def _own_this(function: Node) -> Node | None:
    waiting = list(function.children)
    while waiting:
        node = waiting.pop(0)
        if node.type == "this":
            return node
        if node.type not in _FUNCTIONS - {"arrow_function"} and node.type != "class_body":
            waiting = [*node.children, *waiting]
    return None


def _text(code: Code) -> str:
    return code.notes.source.text


def _key(node: Node) -> Node:
    parent = node.parent
    return parent if parent is not None and parent.type == "pair" else node


def _this(code: Code, definition: Definition) -> None:
    """Methods called on `this` that nothing defines."""
    if not definition.methods.complete:
        return
    known = {*definition.methods.members, *definition.shape.members, *_INSTANCE}
    known |= {text_of(node).removeprefix("this.") for node in code.all("set_member")}
    roots = {id_of(node) for node in _functions(definition)}
    for call in code.all("call"):
        name = callee_of(call)
        if name.startswith("this.") and name.count(".") == 1 and name[5:] not in known and _owner(call) in roots:
            near = nearest(name[5:], known)
            code.notes.error("method_unknown", code.at(_member(call)), name=name[5:], near=near or "setData")


def _member(call: Node) -> Node:
    callee = call.child_by_field_name("function")
    return (callee.child_by_field_name("property") if callee is not None else None) or call


def id_of(node: Node) -> int:
    return node.id


def _functions(definition: Definition) -> Iterator[Node]:
    """The functions whose `this` is the page or component."""
    shapes = [definition.shape, definition.methods]
    shapes += [definition.shape.inside(name) for name in ("lifetimes", "pageLifetimes", "observers")]
    for shape in shapes:
        for node in shape.members.values():
            if node.type in _FUNCTIONS and node.type != "arrow_function":
                yield node


def _owner(call: Node) -> int:
    outer = call.parent
    while outer is not None and (outer.type not in _FUNCTIONS or outer.type == "arrow_function"):
        outer = outer.parent
    return outer.id if outer is not None else 0


def _twice(code: Code, definition: Definition) -> Iterator[tuple[str, int]]:
    first = next(iter(definition.shape.members.values()), None)
    holder = _key(first).parent if first is not None else None
    seen: set[str] = set()
    for part in holder.named_children if holder is not None and holder.type == "object" else ():
        key = part.child_by_field_name("key") or part.child_by_field_name("name")
        if key is None or key.type == "computed_property_name":
            continue
        name = text_of(key).strip("'\"")
        if name in seen:
            yield name, code.at(key)
        seen.add(name)
