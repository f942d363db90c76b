"""The shape of an operation, and the limits on what may be sent as one. A patch that parses is well-formed RFC 6902;
whether it applies is for `patch` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, JsonValue, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from kaipu.definition.diagnostics import Diagnostic, Refused
from kaipu.definition.document import LATER, Part
from kaipu.definition.operations.patch import Patch, Step
from kaipu.definition.parsing import diagnostics_of, parse_model, read_tree
from kaipu.definition.texts import error
from kaipu.definition.tree import DOCUMENT_LIMITS, Limits, check_tree, split_pointer

MOST_STEPS: Final = 200
PATCH_LIMITS: Final = Limits(size_bytes=500_000, values=20_000)


def _pointer(text: str) -> str:
    try:
        tokens = split_pointer(text)
    except ValueError:
        raise PydanticCustomError("pointer_malformed", "not a pointer", {"pointer": text}) from None
    if len(tokens) > DOCUMENT_LIMITS.depth:
        raise PydanticCustomError("too_deep", "too deep", {"limit": DOCUMENT_LIMITS.depth})
    return text


PointerText = Annotated[str, StringConstraints(max_length=500, strict=True), AfterValidator(_pointer)]


class _ValueStep(Part):
    op: Literal["add", "replace", "test"]
    path: PointerText
    value: JsonValue


class _RemoveStep(Part):
    op: Literal["remove"]
    path: PointerText


class _FromStep(Part):
    op: Literal["move", "copy"]
    path: PointerText
    source: Annotated[PointerText, Field(alias="from")]


_AnyStep = Annotated[_ValueStep | _RemoveStep | _FromStep, Field(discriminator="op")]
_Steps = Annotated[list[_AnyStep], Field(min_length=1, max_length=MOST_STEPS)]
_STEPS: Final[TypeAdapter[Any]] = TypeAdapter(_Steps, config=LATER)


class Operation(Part):
    """One edit. `id` is made by whoever edits, so that sending it twice does not do it twice."""

    id: UUID
    label: Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\r\n]+$")]
    base_rev: Annotated[int, Field(ge=0)]
    patch: Patch


class _Shell(Part):
    id: Annotated[UUID, Field(strict=False)]
    label: Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\r\n]+$")]
    base_rev: Annotated[int, Field(ge=0)]
    patch: JsonValue


def parse_operation(raw: bytes | str | dict[str, Any]) -> Operation:
    """The operation written in `raw`; Refused with all that is wrong with its shape."""
    shell = parse_model(_Shell, check_tree(read_tree(raw), PATCH_LIMITS))
    return Operation(id=shell.id, label=shell.label, base_rev=shell.base_rev, patch=parse_patch(shell.patch, "/patch"))


def parse_patch(value: object, where: str = "") -> Patch:
    """The steps of a patch; Refused if it is too large or not well-formed."""
    try:
        steps = _STEPS.validate_python(check_tree(value, PATCH_LIMITS))
    except ValidationError as problem:
        raise Refused([_without_tag(found, where) for found in diagnostics_of(problem)]) from problem
    return tuple(Step(**step.model_dump()) for step in steps)


def dump_patch(patch: Sequence[Step]) -> list[JsonValue]:
    return [step.as_json() for step in patch]


def load_patch(steps: Sequence[Mapping[str, Any]]) -> Patch:
    """A patch of our own, written down by `dump_patch`. Has no limits: an inverse may be larger than its patch."""
    return tuple(Step(step["op"], step["path"], step.get("value"), step.get("from", "")) for step in steps)


def _without_tag(problem: Diagnostic, where: str) -> Diagnostic:
    """pydantic puts the name of the chosen shape behind the number of the step."""
    number, _, rest = str(problem.where).removeprefix("/").partition("/")
    _, _, inside = rest.partition("/")
    return error(problem.code, "/".join(filter(None, [where, number, inside])), **problem.params)
