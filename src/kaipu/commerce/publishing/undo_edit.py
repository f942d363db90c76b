"""Takes back the newest edit that still stands, as a step of its own: nothing ever disappears from the record."""

from __future__ import annotations

from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.publishing.steps import Move, done_edits, lock_draft, take_step
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.models import User
from kaipu.definition import load_patch


def undo_edit(author: User | None) -> Draft:
    """The draft after the undo. Refusal if there is nothing to undo."""
    draft = lock_draft()
    last = done_edits().first()
    if last is None:
        raise Refusal("nothing_to_undo")
    kind, inverse = OperationRecord.Kind.UNDO, load_patch(last.inverse)
    take_step(draft, Move(new_id(), kind, last.label, inverse, author, last.rev))
    last.state = OperationRecord.State.UNDONE
    last.save(update_fields=["state"])
    return draft
