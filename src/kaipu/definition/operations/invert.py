"""The patch that takes back a patch: applied to the result it gives the very document before. Holds for every
document and every patch that applies to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaipu.definition.operations.patch import Patch, Step, apply, apply_step, look_up
from kaipu.definition.tree import JsonValue, Pointer, join_pointer, split_pointer


def invert(document: JsonValue, patch: Sequence[Step]) -> Patch:
    """The inverse of a patch on that document; Refused if the patch does not apply to it."""
    apply(document, patch)
    inverse: list[Step] = []
    for step in patch:
        inverse[:0] = _invert_step(document, step)
        document = apply_step(document, step)
    return tuple(inverse)


def _invert_step(document: JsonValue, step: Step) -> list[Step]:
    path = split_pointer(step.path)
    match step.op:
        case "test":
            return []
        case "add" | "copy":
            return [_invert_put(document, path)]
        case "remove":
            return [Step("add", step.path, look_up(document, path))]
        case "replace":
            return [Step("replace", step.path, look_up(document, path))]
        case "move":
            return _invert_move(document, step, path)


def _invert_put(document: JsonValue, path: Pointer) -> Step:
    if not path:
        return Step("replace", "", document)
    parent = look_up(document, path[:-1])
    if isinstance(parent, list):
        index = len(parent) if path[-1] == "-" else int(path[-1])
        return Step("remove", join_pointer(*path[:-1], index))
    if isinstance(parent, dict) and path[-1] in parent:
        return Step("replace", join_pointer(*path), parent[path[-1]])
    return Step("remove", join_pointer(*path))


def _invert_move(document: JsonValue, step: Step, path: Pointer) -> list[Step]:
    """A move is a removal and an addition; if nothing was overwritten the way back is a move too."""
    if step.source == step.path:
        return []
    source = split_pointer(step.source)
    value = look_up(document, source)
    removed = apply_step(document, Step("remove", step.source))
    put_back = _invert_put(removed, path)
    # Out of a list's item to before that item: the way back would lead into what it moves, which RFC 6902 forbids.
    into_itself = source[: len(path)] == split_pointer(put_back.path)
    if put_back.op == "remove" and not into_itself:
        return [Step("move", step.source, source=put_back.path)]
    return [put_back, Step("add", step.source, value)]
