"""Plain JSON values: reading them safely, pointing into them. Knows nothing of shops, pages or blocks."""

from kaipu.definition.tree.plain_file import first_bytes, read_file
from kaipu.definition.tree.pointer import Pointer, join_pointer, split_pointer
from kaipu.definition.tree.reading import DOCUMENT_LIMITS, Limits, check_tree, json_places, load_json
from kaipu.definition.tree.value import JsonObject, JsonValue, same_json
from kaipu.definition.tree.yaml_file import load_yaml, yaml_place

__all__ = [
    "DOCUMENT_LIMITS",
    "JsonObject",
    "JsonValue",
    "Limits",
    "Pointer",
    "check_tree",
    "first_bytes",
    "join_pointer",
    "json_places",
    "load_json",
    "load_yaml",
    "read_file",
    "same_json",
    "split_pointer",
    "yaml_place",
]
