"""Takes back one old edit and keeps what came after it, as a new step that can itself be undone. Works as long as
nothing done later touched the same place.
"""

from __future__ import annotations

from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.publishing.steps import Move, done_edits, drop_undone, lock_draft, take_step
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.models import User
from kaipu.definition import clashes, load_patch


def revert_edit(rev: int, author: User | None) -> Draft:
    """The draft after the revert. Refusal 404 if there is no such edit or it is undone, 409 if it is overtaken."""
    draft = lock_draft()
    edit = done_edits().filter(rev=rev).first()
    if edit is None:
        raise Refusal("step_unknown", 404, rev=rev)
    # What was undone, and the undoing of it, cancel out: only edits that still stand count.
    for later in done_edits().filter(rev__gt=rev):
        if clashes(edit.touched, later.touched):
            raise Refusal("step_overtaken", 409, label=edit.label)
    drop_undone()
    inverse = load_patch(edit.inverse)
    take_step(draft, Move(new_id(), OperationRecord.Kind.REVERT, edit.label, inverse, author, edit.rev))
    return draft
