"""Plain JSON values: reading them safely, pointing into them. Knows nothing of shops, pages or blocks."""

from kaipu.definition.tree.pointer import Pointer, join_pointer, split_pointer
from kaipu.definition.tree.reading import DOCUMENT_LIMITS, Limits, check_tree, load_json
from kaipu.definition.tree.value import JsonObject, JsonValue, same_json
from kaipu.definition.tree.yaml_file import load_yaml
from kaipu.definition.tree.yaml_places import yaml_place

__all__ = [
    "DOCUMENT_LIMITS",
    "JsonObject",
    "JsonValue",
    "Limits",
    "Pointer",
    "check_tree",
    "join_pointer",
    "load_json",
    "load_yaml",
    "same_json",
    "split_pointer",
    "yaml_place",
]
