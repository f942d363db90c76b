"""Publishing, and going back to an earlier release."""

from datetime import datetime
from typing import Annotated

from ninja import Path, Router
from pydantic import BaseModel, ConfigDict, Field

from kaipu.commerce.publishing.activate_release import activate_release
from kaipu.commerce.publishing.publish_release import publish_release
from kaipu.commerce.publishing.read_releases import ReleaseSummary, read_releases, summary_of
from kaipu.web.api.requests import OwnerRequest

router = Router()

ReleaseNumber = Annotated[int, Path(ge=1, le=2**31 - 1)]


class Release(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    number: int
    sha256: str
    label: str
    author: str
    created_at: datetime
    live: bool


class Publication(BaseModel):
    """Without a label the release takes that of the last edit."""

    label: str = Field(default="", max_length=80)


@router.get("releases", response=list[Release])
def list_releases(request: OwnerRequest) -> list[ReleaseSummary]:
    """The hundred newest, newest first."""
    return read_releases()


@router.post("releases", response=Release)
def publish(request: OwnerRequest, body: Publication | None = None) -> ReleaseSummary:
    """Makes a release of the draft and puts it live. What is live already is answered as it is."""
    return summary_of(publish_release(request.user, body.label if body else ""), live=True)


@router.post("releases/{number}/activate", response=Release)
def activate(request: OwnerRequest, number: ReleaseNumber) -> ReleaseSummary:
    """Puts an earlier or later release live; the draft stays as it is."""
    return summary_of(activate_release(number), live=True)
