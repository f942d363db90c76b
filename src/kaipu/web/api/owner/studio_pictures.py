"""Uploading a picture for the studio to use."""

from ninja import File, Router, UploadedFile
from pydantic import BaseModel, ConfigDict

from kaipu.commerce.media.models import Picture
from kaipu.commerce.media.store_picture import store_picture
from kaipu.web.api.requests import OwnerRequest

router = Router()


class UploadedPicture(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    url: str
    small_url: str
    width_px: int
    height_px: int


@router.post("pictures", response=UploadedPicture)
def upload_picture(request: OwnerRequest, file: File[UploadedFile]) -> Picture:
    """Redrawn as WebP, without whatever else was in the file; the same picture sent again is the same address."""
    return store_picture(file.read(), request.user)
