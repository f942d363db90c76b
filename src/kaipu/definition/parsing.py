"""From JSON to models. Reads anything a stranger may send, and says what is wrong with it in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kaipu.definition.catalog import Catalog, ShopInformation
from kaipu.definition.diagnostics import Diagnostic, Parameter, Refused, Spoken
from kaipu.definition.document import SCHEMA, Definition
from kaipu.definition.texts import MESSAGES, error
from kaipu.definition.tree import JsonValue, check_tree, join_pointer, json_places, load_json, split_pointer

Model = TypeVar("Model", bound=BaseModel)

_MOST_SHOWN = 50
_THE_WHOLE: Final[Spoken] = {"zh": "整个文件", "en": "the whole file"}

# pydantic's names for what is wrong -> ours.
_CODES: Final[Mapping[str, str]] = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "unexpected_keyword_argument": "field_unknown",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "string_too_short": "too_short",
    "too_short": "too_short",
    "string_pattern_mismatch": "wrong_form",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_great",
    "literal_error": "not_one_of",
    "union_tag_invalid": "not_one_of",
    "union_tag_not_found": "field_missing",
    "string_type": "expected_string",
    "int_type": "expected_integer",
    "int_from_float": "expected_integer",
    "float_type": "expected_number",
    "int_parsing": "expected_integer",
    "bool_type": "expected_boolean",
    "bool_parsing": "expected_boolean",
    "list_type": "expected_array",
    "frozen_set_type": "expected_array",
    "tuple_type": "expected_array",
    "dict_type": "expected_object",
    "mapping_type": "expected_object",
    "dataclass_type": "expected_object",
    "model_type": "expected_object",
    "model_attributes_type": "expected_object",
}


def parse_definition(raw: bytes | str | Mapping[str, Any], *, file: str = "") -> Definition:
    """The definition written in `raw`. Refused, with all that is wrong, if it has not the newest schema's shape: at
    places in the file if that is named, at pointers if not.
    """
    with json_places(raw, file):
        value = read_tree(raw, file=file)
        if isinstance(value, dict):
            check_schema_number(value)
        return parse_model(Definition, value)


def parse_catalog(raw: bytes | str | Mapping[str, Any], *, file: str = "") -> Catalog:
    return parse_model(Catalog, read_tree(raw, file=file))


def parse_shop_information(raw: bytes | str | Mapping[str, Any], *, file: str = "") -> ShopInformation:
    return parse_model(ShopInformation, read_tree(raw, file=file))


def read_tree(raw: bytes | str | Mapping[str, Any], *, file: str = "") -> JsonValue:
    """JSON within the limits, whether it comes as text or as a tree."""
    return load_json(raw, file=file) if isinstance(raw, bytes | str) else check_tree(raw)


def check_schema_number(document: Mapping[str, JsonValue]) -> int:
    """The document's schema number; Refused if this version of Kaipu does not know it."""
    number = document.get("schema")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise Refused([error("schema_unknown", "/schema")])
    if number > SCHEMA:
        raise Refused([error("schema_newer", "/schema", found=number, known=SCHEMA)])
    return number


def parse_model(model: type[Model], value: object) -> Model:
    try:
        return model.model_validate(value)
    except ValidationError as problem:
        raise Refused(diagnostics_of(problem)) from problem


def diagnostics_of(problem: ValidationError, prefix: str = "") -> list[Diagnostic]:
    """The first of pydantic's complaints as diagnostics, at pointers below `prefix`."""
    details = problem.errors(include_url=False, include_input=False)[:_MOST_SHOWN]
    return [_diagnostic(detail, prefix) for detail in details]


def _diagnostic(detail: ErrorDetails, prefix: str) -> Diagnostic:
    kind, context = detail["type"], detail.get("ctx", {})
    code = kind if kind in MESSAGES.texts else _CODES.get(kind, "wrong_value")
    # For a key of a map pydantic adds a step that the document does not have.
    place = [step for step in detail["loc"] if step != "[key]"]
    where = prefix + join_pointer(*place)
    return error(code, where, **{"field": called(where), **_parameters(context)})


def called(pointer: str) -> Parameter:
    """How a person calls what stands there: by its name, with its number if it is in a list."""
    names = split_pointer(pointer)
    numbers = list(takewhile(str.isdigit, reversed(names)))[::-1]
    name = "".join(names[: len(names) - len(numbers)][-1:])
    return name + "".join(f"[{number}]" for number in numbers) or _THE_WHOLE


def _parameters(context: Mapping[str, Any]) -> dict[str, str | int | float]:
    """pydantic names the limit after the rule (`max_length`, `ge` ...); our texts call it `limit`."""
    limits = ("max_length", "min_length", "ge", "le")
    names = dict.fromkeys(limits, "limit") | {"expected": "expected", "expected_tags": "expected"}
    kept = {names.get(name, name): value for name, value in context.items()}
    return {name: value for name, value in kept.items() if isinstance(value, str | int | float)}
