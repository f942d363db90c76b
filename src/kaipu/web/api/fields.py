"""Says what is wrong with a field in the reader's language: Pydantic's own sentences are for programmers."""

from collections.abc import Mapping, Sequence

from kaipu.definition.diagnostics import Language
from kaipu.web.api.texts import text_of

_CODES = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "literal_error": "field_not_offered",
    "enum": "field_not_offered",
    "string_too_long": "field_too_long",
    "too_long": "field_too_long",
    "bytes_too_long": "field_too_long",
    "string_too_short": "field_too_short",
    "too_short": "field_too_short",
    "less_than": "field_too_large",
    "less_than_equal": "field_too_large",
    "greater_than": "field_too_small",
    "greater_than_equal": "field_too_small",
}
_LIMITS = ("max_length", "min_length", "le", "lt", "ge", "gt")
_MOST_FIELDS = 20


def field_texts(errors: Sequence[Mapping[str, object]], language: Language) -> dict[str, str]:
    """Field path -> what is wrong with it. The path leaves out where the value came from (body, query, ...)."""
    return {_path(error): _text(error, language) for error in errors[:_MOST_FIELDS]}


def _path(error: Mapping[str, object]) -> str:
    where = error.get("loc")
    parts = [str(part) for part in where] if isinstance(where, tuple | list) else []
    if parts[:1] == ["body"] and len(parts) > 2:
        parts = parts[2:]  # body, name of the function's argument, field
    elif parts[:1] in (["query"], ["path"], ["header"], ["form"], ["file"]):
        parts = parts[1:]
    return ".".join(parts)


def _text(error: Mapping[str, object], language: Language) -> str:
    kind = str(error.get("type", ""))
    code = _CODES.get(kind) or ("field_wrong_type" if kind.endswith(("_type", "_parsing")) else "field_invalid")
    context = error.get("ctx")
    limits = [context[name] for name in _LIMITS if name in context] if isinstance(context, dict) else []
    return text_of(code, language, {"limit": str(limits[0]) if limits else ""})
