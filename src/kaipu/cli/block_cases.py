"""A block's cases as they lie in its folder: what each has as props, and in which shop it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from kaipu.definition import BlockManifest, Diagnostic, JsonObject, JsonValue, Refused
from kaipu.definition.blocks import check_value
from kaipu.definition.blocks.case_shop import CaseShop
from kaipu.definition.parsing import parse_model
from kaipu.definition.tree import DOCUMENT_LIMITS, json_places, load_json, read_file

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class BlockCase:
    name: str
    props: JsonObject
    shop: CaseShop


def read_cases(block: BlockManifest) -> list[BlockCase]:
    """`default` first, then by name; the block's defaults if it has no cases. Refused, with places in their files, if
    one of them is not what the block takes.
    """
    cases: list[BlockCase] = []
    problems: list[Diagnostic] = []
    for file in block.folder.glob("cases/*/props.json"):
        try:
            cases.append(_case(file.parent, block))
        except Refused as refused:
            problems += refused.diagnostics
    if problems:
        raise Refused(problems)
    by_name = sorted(cases, key=lambda case: (case.name != "default", case.name))
    return by_name or [BlockCase("default", block.defaults, CaseShop())]


def _case(folder: Path, block: BlockManifest) -> BlockCase:
    def props(value: JsonValue) -> JsonObject:
        problems = list(check_value(value, block.props))
        if problems:
            raise Refused(problems)
        return cast("JsonObject", value)

    shop = folder / "shop.json"
    return BlockCase(
        folder.name,
        _read(folder / "props.json", props),
        _read(shop, lambda value: parse_model(CaseShop, value)) if shop.exists() else CaseShop(),
    )


def _read(file: Path, made_of: Callable[[JsonValue], Read]) -> Read:
    raw = read_file(file, DOCUMENT_LIMITS.size_bytes)
    with json_places(raw, str(file)):
        return made_of(load_json(raw, file=str(file)))
