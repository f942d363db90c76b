"""The draft as the studio shows it."""

from __future__ import annotations

from dataclasses import dataclass

from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.publishing.read_live import LiveMark, live_mark
from kaipu.commerce.publishing.steps import done_edits, find_draft
from kaipu.definition import (
    JsonObject,
    canonical_json,
    complete,
    installed_blocks,
    parse_definition,
    sha256_of,
)


@dataclass(frozen=True, slots=True)
class DraftState:
    rev: int
    definition: JsonObject
    live: LiveMark | None
    changed: bool
    """Publishing now would change what shoppers see."""
    can_undo: bool
    can_redo: bool


def read_draft() -> DraftState:
    """Refusal 404 for a shop without a draft."""
    return state_of(find_draft())


def state_of(draft: Draft) -> DraftState:
    live = live_mark()
    definition = complete(parse_definition(draft.document), installed_blocks())
    return DraftState(
        rev=draft.rev,
        definition=draft.document,
        live=live,
        changed=live is None or live.sha256 != sha256_of(canonical_json(definition)),
        can_undo=done_edits().exists(),
        can_redo=OperationRecord.objects.filter(state=OperationRecord.State.UNDONE).exists(),
    )
