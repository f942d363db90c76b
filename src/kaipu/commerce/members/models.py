"""A shopper belongs to one shop: the same person in two shops is two shoppers, and neither shop learns of the other."""

from django.db import models

from kaipu.commerce.shops.tenancy import TenantModel


class Shopper(TenantModel):
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.pk)


class PlatformIdentity(TenantModel):
    """What a platform calls the shopper in this shop's app there. Never leaves the server except to that platform."""

    shopper = models.ForeignKey(Shopper, on_delete=models.PROTECT, related_name="identities")
    platform = models.CharField(max_length=32)
    openid = models.CharField(max_length=128)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "platform", "openid"], name="one_shopper_per_openid"),
            models.UniqueConstraint(fields=["shopper", "platform"], name="one_openid_per_shopper_and_platform"),
        ]

    def __str__(self) -> str:
        return f"{self.platform} identity of {self.shopper_id}"


class ShopperSession(TenantModel):
    """A token that speaks for a shopper until it expires. Only its hash is kept: a stolen copy signs nobody in."""

    shopper = models.ForeignKey(Shopper, on_delete=models.PROTECT, related_name="sessions")
    token_sha256 = models.CharField(max_length=64)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "token_sha256"], name="one_session_per_token")]

    def __str__(self) -> str:
        return f"session of {self.shopper_id} until {self.expires_at:%Y-%m-%d}"
