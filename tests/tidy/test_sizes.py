"""Files, functions and folders stay small. The list of exceptions can only shrink: a stale line fails too."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest
import yaml

from .tree import ROOT, code_files

MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 45
MOST_FILES_IN_A_FOLDER = 15
UNIFORM_SETS = {"messages", "decisions", "cli", "changes", "icons", "inputs"}

EXCEPTIONS: dict[str, dict[str, int]] = yaml.safe_load((Path(__file__).parent / "exceptions.yaml").read_text())


def file_sizes() -> dict[str, int]:
    return {str(path): (ROOT / path).read_text(encoding="utf-8").count("\n") for path in code_files()}


def function_sizes() -> dict[str, int]:
    sizes: dict[str, int] = {}
    for path in code_files():
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                sizes[f"{path}:{node.name}"] = (node.end_lineno or node.lineno) - node.lineno + 1
    return sizes


def folder_sizes() -> dict[str, int]:
    files = [path for path in code_files() if path.name != "__init__.py" and path.parent.name not in UNIFORM_SETS]
    return dict(Counter(str(path.parent) for path in files))


@pytest.mark.parametrize(
    ("kind", "sizes", "limit"),
    [
        ("files", file_sizes, MOST_LINES_IN_A_FILE),
        ("functions", function_sizes, MOST_LINES_IN_A_FUNCTION),
        ("folders", folder_sizes, MOST_FILES_IN_A_FOLDER),
    ],
)
def test_nothing_outgrows_its_limit_and_exceptions_only_shrink(kind, sizes, limit):
    allowed = EXCEPTIONS[kind]
    measured = sizes()
    too_large = {name: size for name, size in measured.items() if size > allowed.get(name, limit)}
    assert not too_large, f"split by idea: {too_large}"
    stale = {name for name, size in allowed.items() if measured.get(name, 0) <= limit}
    assert not stale, f"within the limit by now, take the line out: {stale}"
    loose = {name: measured[name] for name, size in allowed.items() if name not in stale and measured[name] < size}
    assert not loose, f"shrunk: lower the number in exceptions.yaml: {loose}"
