"""Brings back the edit that was undone last, as a step of its own. A new edit in between drops what was undone."""

from __future__ import annotations

from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.publishing.steps import Move, lock_draft, take_step
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.models import User
from kaipu.definition import load_patch


def redo_edit(author: User | None) -> Draft:
    """The draft after the redo. Refusal if there is nothing to bring back."""
    draft = lock_draft()
    # Undoing goes from the newest edit back, so that the oldest of the undone is the one undone last.
    undone = OperationRecord.objects.filter(state=OperationRecord.State.UNDONE).order_by("rev").first()
    if undone is None:
        raise Refusal("nothing_to_redo")
    kind, patch = OperationRecord.Kind.REDO, load_patch(undone.patch)
    take_step(draft, Move(new_id(), kind, undone.label, patch, author, undone.rev))
    undone.state = OperationRecord.State.DONE
    undone.save(update_fields=["state"])
    return draft
