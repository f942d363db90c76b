"""Whose token is this?"""

from uuid import UUID

from django.utils import timezone

from kaipu.commerce.members.models import ShopperSession
from kaipu.commerce.members.tokens import token_sha256


def authenticate_shopper(shop_id: UUID, token: str) -> UUID | None:
    """The shopper's id; None for a token unknown here, expired, or another shop's. Needs the shop's scope."""
    sessions = ShopperSession.objects.filter(
        shop_id=shop_id, token_sha256=token_sha256(token), expires_at__gt=timezone.now()
    )
    return sessions.values_list("shopper_id", flat=True).first()
