"""Makes one edit of the draft. Edits of two people go on side by side as long as they touch different places; sent
twice, an edit is made once.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.publishing.read_history import history_entry
from kaipu.commerce.publishing.steps import Move, drop_undone, lock_draft, take_step
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import User
from kaipu.definition import Operation, Refused, clashes, dump_patch, touched_paths
from kaipu.definition.tree import same_json

# An edit made on a document this old is not worth comparing: its author has not looked for long.
_MOST_BEHIND: Final = 200
_MOST_TOLD: Final = 20


def edit_draft(operation: Operation, author: User | None) -> Draft:
    """The draft after the edit. Refusal 409 with the newest document on a clash; Refused if the result is not valid."""
    draft = lock_draft()
    known = OperationRecord.objects.filter(operation_id=operation.id).first()
    if known is not None:
        _refuse_another(known, operation)
        return draft
    _refuse_clash(draft, operation)
    drop_undone()
    take_step(draft, Move(operation.id, OperationRecord.Kind.EDIT, operation.label, operation.patch, author))
    return draft


def _refuse_another(known: OperationRecord, operation: Operation) -> None:
    sent = dump_patch(operation.patch)
    if known.label != operation.label or not same_json(known.patch[: len(sent)], sent):
        raise Refusal("operation_id_reused", 422)


def _refuse_clash(draft: Draft, operation: Operation) -> None:
    if operation.base_rev > draft.rev:
        raise Refusal("edit_ahead", 422, rev=operation.base_rev)
    since = list(OperationRecord.objects.filter(rev__gt=operation.base_rev).order_by("rev")[: _MOST_BEHIND + 1])
    if not since:
        return
    touched = _touched(draft, operation)
    if len(since) > _MOST_BEHIND or any(clashes(touched, record.touched) for record in since):
        raise _clash(draft)


def _touched(draft: Draft, operation: Operation) -> list[str]:
    try:
        return touched_paths(draft.document, operation.patch)
    except Refused:
        return [""]  # a patch that no longer fits the document clashes with whatever was done to it


def _clash(draft: Draft) -> Refusal:
    newest = OperationRecord.objects.select_related("author").order_by("-rev")[:_MOST_TOLD]
    since = [asdict(history_entry(record)) | {"patch": record.patch} for record in reversed(newest)]
    return Refusal("edit_clash", 409, details={"rev": draft.rev, "definition": draft.document, "since": since})
