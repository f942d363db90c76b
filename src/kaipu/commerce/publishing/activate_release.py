"""Moves the live pointer to a release: back or forward. The draft stays as it is."""

from __future__ import annotations

from kaipu.commerce.publishing.models import LivePointer, ReleaseRecord
from kaipu.commerce.publishing.steps import lock_draft
from kaipu.commerce.refusal import Refusal


def activate_release(number: int) -> ReleaseRecord:
    """The release that is live now. Refusal 404 if there is none of that number."""
    lock_draft()
    release = ReleaseRecord.objects.filter(number=number).first()
    if release is None:
        raise Refusal("release_unknown", 404, number=number)
    point_live_at(release)
    return release


def point_live_at(release: ReleaseRecord) -> None:
    """The caller holds the draft's lock, so that two releases never go live at one moment."""
    LivePointer.objects.update_or_create(defaults={"release": release})
