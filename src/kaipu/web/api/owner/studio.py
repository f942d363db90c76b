"""The draft that the studio edits, its undo and redo, and its history."""

from datetime import datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from django.http import JsonResponse
from ninja import Path, Query, Router
from pydantic import BaseModel, ConfigDict, Field

from kaipu.commerce.publishing.edit_draft import edit_draft
from kaipu.commerce.publishing.models import Draft
from kaipu.commerce.publishing.read_draft import DraftState, read_draft, state_of
from kaipu.commerce.publishing.read_history import HistoryEntry, read_history
from kaipu.commerce.publishing.redo_edit import redo_edit
from kaipu.commerce.publishing.revert_edit import revert_edit
from kaipu.commerce.publishing.undo_edit import undo_edit
from kaipu.commerce.shops.identity import new_id
from kaipu.definition import Definition, parse_operation
from kaipu.web.api.requests import OwnerRequest

router = Router()

MOST_REV: Final = 2**31 - 1


class LiveRelease(BaseModel):
    number: int
    sha256: str


class DraftAnswer(BaseModel):
    rev: int
    definition: Definition
    live: LiveRelease | None
    changed: bool
    can_undo: bool
    can_redo: bool


class HistoryStep(BaseModel):
    """`state` is done, undone, or dropped: undone, and then something else was done."""

    model_config = ConfigDict(from_attributes=True)

    rev: int
    id: UUID
    kind: Literal["edit", "undo", "redo", "revert"]
    label: str
    state: Literal["done", "undone", "dropped"]
    target_rev: int | None
    author: str
    at: datetime


class PatchStep(BaseModel):
    """A step of a JSON Patch (RFC 6902). What it may hold is `parse_operation`'s to say."""

    model_config = ConfigDict(extra="forbid")

    op: Literal["add", "remove", "replace", "move", "copy", "test"]
    path: str
    value: object = None
    source: Annotated[str, Field(alias="from")] = ""


class OperationBody(BaseModel):
    """An `id` of the sender's own makes it safe to send an edit again whose answer was lost."""

    model_config = ConfigDict(extra="forbid")

    id: UUID = Field(default_factory=new_id)
    base_rev: int
    label: str
    patch: list[PatchStep]


@router.get("draft", response=DraftAnswer, by_alias=True)
def show_draft(request: OwnerRequest) -> JsonResponse:
    return _as_stored(read_draft())


@router.post("operations", response=DraftAnswer, by_alias=True)
def edit(request: OwnerRequest, body: OperationBody) -> JsonResponse:
    """One edit. 409 `edit_clash` brings the newest definition and the operations since `base_rev`."""
    patch = [step.model_dump(by_alias=True, exclude_unset=True) for step in body.patch]
    sent = {"id": str(body.id), "base_rev": body.base_rev, "label": body.label, "patch": patch}
    return _after(edit_draft(parse_operation(sent), request.user))


@router.post("undo", response=DraftAnswer, by_alias=True)
def undo(request: OwnerRequest) -> JsonResponse:
    return _after(undo_edit(request.user))


@router.post("redo", response=DraftAnswer, by_alias=True)
def redo(request: OwnerRequest) -> JsonResponse:
    return _after(redo_edit(request.user))


@router.get("history", response=list[HistoryStep])
def history(
    request: OwnerRequest, before: Annotated[int | None, Query(ge=0, le=MOST_REV)] = None
) -> list[HistoryEntry]:
    """Newest first, fifty at a time; ask for those `before` the last one's `rev`."""
    return read_history(before)


@router.post("history/{rev}/revert", response=DraftAnswer, by_alias=True)
def revert(request: OwnerRequest, rev: Annotated[int, Path(ge=0, le=MOST_REV)]) -> JsonResponse:
    """Takes back one old edit and keeps what came after it."""
    return _after(revert_edit(rev, request.user))


def _after(draft: Draft) -> JsonResponse:
    return _as_stored(state_of(draft))


def _as_stored(state: DraftState) -> JsonResponse:
    """The definition key for key as it is stored: the studio's patches are made against exactly this."""
    live = state.live and {"number": state.live.number, "sha256": state.live.sha256}
    return JsonResponse(
        {
            "rev": state.rev,
            "definition": state.definition,
            "live": live,
            "changed": state.changed,
            "can_undo": state.can_undo,
            "can_redo": state.can_redo,
        }
    )
