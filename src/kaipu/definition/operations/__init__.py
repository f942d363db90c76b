"""Edits as operations: JSON Patch (RFC 6902) with a label and the revision it was based on. Pure functions over JSON;
knows nothing of what a definition means.
"""

from kaipu.definition.operations.clash import clashes, touched_paths
from kaipu.definition.operations.invert import invert
from kaipu.definition.operations.operation import Operation, dump_patch, load_patch, parse_operation, parse_patch
from kaipu.definition.operations.patch import Patch, Step, apply

__all__ = [
    "Operation",
    "Patch",
    "Step",
    "apply",
    "clashes",
    "dump_patch",
    "invert",
    "load_patch",
    "parse_operation",
    "parse_patch",
    "touched_paths",
]
