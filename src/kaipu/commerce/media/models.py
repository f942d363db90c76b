"""An uploaded picture. Its files are named by the hash of the largest one, so that a name never means another
picture.
"""

from typing import Final

from django.db import models

from kaipu.commerce.shops.models import User
from kaipu.commerce.shops.tenancy import TenantModel

LARGE_PX: Final = 1080
SMALL_PX: Final = 360


class Picture(TenantModel):
    sha256 = models.CharField(max_length=64)
    # Of the large file; a smaller original is not blown up.
    width_px = models.PositiveIntegerField()
    height_px = models.PositiveIntegerField()
    size_bytes = models.PositiveIntegerField()
    author = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "sha256"], name="one_picture_per_content")]

    def __str__(self) -> str:
        return self.file(LARGE_PX)

    def file(self, width_px: int) -> str:
        """The file's name in the media storage."""
        return f"{self.shop_id}/{self.sha256[:32]}-{width_px}.webp"

    @property
    def url(self) -> str:
        return f"/media/{self.file(LARGE_PX)}"

    @property
    def small_url(self) -> str:
        return f"/media/{self.file(SMALL_PX)}"
