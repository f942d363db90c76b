"""Writes docs/reference/blocks.md from every block's block.yaml. `--check` fails if the file in the repository is not
that text.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import cast

from generated import ROOT, put

from kaipu.definition import BlockManifest, BlockRegistry, JsonObject, JsonValue

BLOCKS = ROOT / "src/kaipu/blocks"
PAGE = ROOT / "docs/reference/blocks.md"
HEAD = """# Blocks

Made from the `block.yaml` of each block by `tools/docs/blocks_reference.py`; do not edit. A prop with a star must be
given. `image`, `link`, `rich_text`, `color`, `dish` and `category` are strings or small objects with a meaning: see
`kaipu.definition`.
"""


def page(registry: BlockRegistry) -> str:
    """The whole page, blocks in alphabetical order."""
    return "\n".join([HEAD, *_table_of_contents(registry), *(_block(block) for block in registry)])


def _table_of_contents(registry: BlockRegistry) -> Iterator[str]:
    yield "| block | name | what it is |\n|---|---|---|"
    for block in registry:
        yield f"| [`{block.id}`](#{block.id}) | {block.name.zh} {block.name.en} | {block.summary.en} |"
    yield ""


def _block(block: BlockManifest) -> str:
    lines = [
        f"## {block.id}",
        "",
        f"**{block.name.zh} · {block.name.en}**, version {block.version}, {block.category}. {block.summary.en}.",
        "",
        f"{block.summary.zh}。",
        "",
        "| prop | type | default | label |",
        "|---|---|---|---|",
        *_rows(block.props, ""),
        "",
        *_facts(block),
        "",
        "As it comes:",
        "",
        "```json",
        json.dumps(block.defaults, ensure_ascii=False, indent=2),
        "```",
        "",
    ]
    return "\n".join(lines)


def _facts(block: BlockManifest) -> Iterator[str]:
    yield f"Allowed on: {', '.join(block.allowed_on)}; at most {block.max_per_page} on a page."
    for what, names in (("Privacy", block.privacy), ("Licences", block.licences)):
        if names:
            yield f"{what}: {', '.join(names)}."
    if block.tappable:
        yield "Tapped: " + ", ".join(f"`{one.selector}` ({one.label.en})" for one in block.tappable) + "."


def _rows(schema: Mapping[str, JsonValue], prefix: str) -> Iterator[str]:
    """One line a property; those of lists and objects follow theirs."""
    required = cast("list[str]", schema.get("required", []))
    for name, value in cast("Mapping[str, JsonObject]", schema.get("properties", {})).items():
        path = f"{prefix}{name}"
        star = " *" if name in required else ""
        yield f"| `{path}`{star} | {_type(value)} | {_default(value)} | {_label(value)} |"
        if value.get("type") == "object":
            yield from _rows(value, f"{path}.")
        items = value.get("items")
        if isinstance(items, dict) and items.get("type") == "object":
            yield from _rows(items, f"{path}[].")


def _type(schema: JsonObject) -> str:
    if "$ref" in schema:
        return str(schema["$ref"])
    if "enum" in schema:
        return " \\| ".join(f"`{choice}`" for choice in cast("list[JsonValue]", schema["enum"]))
    text = str(schema.get("type", "any"))
    items = schema.get("items")
    if isinstance(items, dict):
        text += f" of {_type(items)}"
    return text + _bounds(schema)


def _bounds(schema: JsonObject) -> str:
    low = next((schema[key] for key in ("minimum", "minLength", "minItems") if key in schema), None)
    high = next((schema[key] for key in ("maximum", "maxLength", "maxItems") if key in schema), None)
    if low is None and high is None:
        return ""
    return f", {'' if low is None else low}..{'' if high is None else high}"


def _default(schema: JsonObject) -> str:
    return f"`{json.dumps(schema['default'], ensure_ascii=False)}`" if "default" in schema else ""


def _label(schema: JsonObject) -> str:
    label = schema.get("x-label")
    return f"{label['zh']} {label['en']}" if isinstance(label, dict) else ""


if __name__ == "__main__":
    sys.exit(put(PAGE, page(BlockRegistry.scan(BLOCKS))))
