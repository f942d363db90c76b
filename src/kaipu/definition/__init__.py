"""The document and everything about it: models, reading hostile input, validation, operations, releases, migrations,
block manifests, the catalogue's shapes. Pure Python and pydantic; imports nothing else of Kaipu.
"""

from kaipu.definition.blocks import Bilingual, BlockManifest, BlockRegistry, Tappable, installed_blocks
from kaipu.definition.catalog import Catalog, Category, Choice, Dish, Hours, Option, ShopInformation
from kaipu.definition.choices import check_choices, chosen, default_choices, price_of
from kaipu.definition.diagnostics import Diagnostic, Language, Messages, Position, Refused, Severity
from kaipu.definition.document import SCHEMA, SHELL_PAGES, Definition, Node, Page, Tab, Theme
from kaipu.definition.migrate import migrate
from kaipu.definition.normal_form import normalizing_steps
from kaipu.definition.opening_hours import is_open, next_closing, next_opening
from kaipu.definition.operations import (
    Operation,
    Patch,
    Step,
    apply,
    clashes,
    dump_patch,
    invert,
    load_patch,
    parse_operation,
    parse_patch,
    touched_paths,
)
from kaipu.definition.parsing import parse_catalog, parse_definition, parse_shop_information, read_tree
from kaipu.definition.references import Reference, references
from kaipu.definition.release import Release, canonical_json, complete, make_release, sha256_of
from kaipu.definition.rich_text import clean_rich_text
from kaipu.definition.schema_export import definition_schema
from kaipu.definition.tree import JsonObject, JsonValue, Limits, load_json, load_yaml
from kaipu.definition.validation import validate

__all__ = [
    "SCHEMA",
    "SHELL_PAGES",
    "Bilingual",
    "BlockManifest",
    "BlockRegistry",
    "Catalog",
    "Category",
    "Choice",
    "Definition",
    "Diagnostic",
    "Dish",
    "Hours",
    "JsonObject",
    "JsonValue",
    "Language",
    "Limits",
    "Messages",
    "Node",
    "Operation",
    "Option",
    "Page",
    "Patch",
    "Position",
    "Reference",
    "Refused",
    "Release",
    "Severity",
    "ShopInformation",
    "Step",
    "Tab",
    "Tappable",
    "Theme",
    "apply",
    "canonical_json",
    "check_choices",
    "chosen",
    "clashes",
    "clean_rich_text",
    "complete",
    "default_choices",
    "definition_schema",
    "dump_patch",
    "installed_blocks",
    "invert",
    "is_open",
    "load_json",
    "load_patch",
    "load_yaml",
    "make_release",
    "migrate",
    "next_closing",
    "next_opening",
    "normalizing_steps",
    "parse_catalog",
    "parse_definition",
    "parse_operation",
    "parse_patch",
    "parse_shop_information",
    "price_of",
    "read_tree",
    "references",
    "sha256_of",
    "touched_paths",
    "validate",
]
