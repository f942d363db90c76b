"""When two edits made side by side get in each other's way: when one touches a place that the other touched, or a
part of it. Inserting or removing an item touches the whole list, because the numbers of its neighbours change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kaipu.definition.operations.patch import Step, apply, apply_step, look_up
from kaipu.definition.tree import JsonValue, Pointer, join_pointer, split_pointer
from kaipu.definition.tree.pointer import overlap


def touched_paths(document: JsonValue, patch: Sequence[Step]) -> list[str]:
    """The pointers a patch reads or writes on that document, each once; Refused if it does not apply."""
    apply(document, patch)
    touched: dict[str, None] = {}
    for step in patch:
        for path in _touched(document, step):
            touched[join_pointer(*path)] = None
        document = apply_step(document, step)
    return list(touched)


def clashes(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of touched pointers have a place in common."""
    others = [split_pointer(path) for path in other]
    return any(overlap(split_pointer(path), place) for path in one for place in others)


def _touched(document: JsonValue, step: Step) -> list[Pointer]:
    path = split_pointer(step.path)
    match step.op:
        case "replace" | "test":
            return [path]
        case "add" | "remove":
            return [_listed(document, path)]
        case "copy":
            return [split_pointer(step.source), _listed(document, path)]
        case "move":
            source = split_pointer(step.source)
            if source == path:
                return [path]
            removed = apply_step(document, Step("remove", step.source))
            return [_listed(document, source), _listed(removed, path)]


def _listed(document: JsonValue, path: Pointer) -> Pointer:
    """The list that an item is put into or cut from; otherwise the place itself."""
    return path[:-1] if path and isinstance(look_up(document, path[:-1]), list) else path
