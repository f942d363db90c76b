"""Makes a release of the draft and puts it live. Publishing what is live already changes nothing."""

from __future__ import annotations

from django.db.models import Max

from kaipu.commerce.publishing.activate_release import point_live_at
from kaipu.commerce.publishing.models import Draft, LivePointer, ReleaseRecord
from kaipu.commerce.publishing.steps import done_edits, lock_draft
from kaipu.commerce.shops.models import User
from kaipu.definition import Release, installed_blocks, make_release, parse_definition


def publish_release(author: User | None, label: str = "") -> ReleaseRecord:
    """The release that is live now. Refused if the draft is not valid. Without a label it takes the last edit's."""
    draft = lock_draft()
    release = make_release(parse_definition(draft.document), installed_blocks())
    live = LivePointer.objects.select_related("release").first()
    if live is not None and live.release.sha256 == release.sha256:
        return live.release
    record = _record(release, author, label or _last_label(draft))
    point_live_at(record)
    return record


def _record(release: Release, author: User | None, label: str) -> ReleaseRecord:
    last = ReleaseRecord.objects.aggregate(number=Max("number"))["number"] or 0
    return ReleaseRecord.objects.create(
        number=last + 1,
        sha256=release.sha256,
        body=release.body.decode(),
        blocks=dict(release.blocks),
        label=label,
        author=author,
    )


def _last_label(draft: Draft) -> str:
    edit = done_edits().first()
    return edit.label if edit is not None else str(draft.document["name"])
