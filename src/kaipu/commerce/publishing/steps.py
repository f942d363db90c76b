"""What every step of a draft has in common: the draft is locked, the patch is brought to normal form, the result has
to be valid, and the step is recorded with its inverse in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import User
from kaipu.commerce.shops.tenancy import current_shop_id
from kaipu.definition import (
    Diagnostic,
    JsonObject,
    Patch,
    Refused,
    apply,
    dump_patch,
    installed_blocks,
    invert,
    migrate,
    normalizing_steps,
    parse_definition,
    touched_paths,
    validate,
)
from kaipu.definition.blocks.pinned import lost_blocks


@dataclass(frozen=True, slots=True)
class Move:
    """A step that is about to be made."""

    id: UUID
    kind: OperationRecord.Kind
    label: str
    patch: Patch
    author: User | None
    target_rev: int | None = None


def lock_draft() -> Draft:
    """The draft, ours until the transaction ends, its document brought up to the installed blocks."""
    return _up_to_date(Draft.objects.select_for_update().filter(shop_id=current_shop_id()).first())


def find_draft() -> Draft:
    """The draft to read."""
    return _up_to_date(Draft.objects.filter(shop_id=current_shop_id()).first())


def _up_to_date(draft: Draft | None) -> Draft:
    if draft is None:
        raise Refusal("draft_unknown", 404)
    draft.document = migrate(draft.document, installed_blocks())
    return draft


def take_step(draft: Draft, move: Move) -> OperationRecord:
    """Applies the patch to a locked draft and records it. Refused if it does not apply or the result is not valid. A
    block that was lost before stops no edit elsewhere: only publishing.
    """
    document: JsonObject = draft.document
    changed = apply(document, move.patch)
    patch = (*move.patch, *normalizing_steps(changed, installed_blocks()))
    after = checked(apply(document, patch), known=lost_blocks(document, installed_blocks()))
    draft.rev, draft.document = draft.rev + 1, after
    draft.save(update_fields=["rev", "document", "changed_at"])
    return OperationRecord.objects.create(
        rev=draft.rev,
        operation_id=move.id,
        kind=move.kind,
        label=move.label,
        patch=dump_patch(patch),
        inverse=dump_patch(invert(document, patch)),
        touched=touched_paths(document, patch),
        target_rev=move.target_rev,
        author=move.author,
    )


def checked(document: object, known: Sequence[Diagnostic] = ()) -> JsonObject:
    """The document, if it is a valid definition; Refused with its errors, but for those that are known, if not."""
    definition = parse_definition(cast("JsonObject", document))
    problems = validate(definition, installed_blocks())
    errors = [one for one in problems if one.severity == "error" and one not in known]
    if errors:
        raise Refused(errors)
    return definition.document()


def drop_undone() -> None:
    """Something new is done: what was undone can no longer be brought back."""
    state = OperationRecord.State
    OperationRecord.objects.filter(state=state.UNDONE).update(state=state.DROPPED)


def done_edits() -> QuerySet[OperationRecord]:
    """The edits that the document is made of, newest first; undone ones and the undoing of them are left out."""
    kinds = (OperationRecord.Kind.EDIT, OperationRecord.Kind.REVERT)
    return OperationRecord.objects.filter(kind__in=kinds, state=OperationRecord.State.DONE).order_by("-rev")
