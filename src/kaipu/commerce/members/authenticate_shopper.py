"""Whose token is this?"""

from typing import Final
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kaipu.commerce.members.tokens import token_sha256

# Written out: this runs before every request of a shopper, and composing a query costs more than asking it.
_SESSION: Final = """
SELECT shopper_id FROM members_shoppersession WHERE shop_id = %s AND token_sha256 = %s AND expires_at > %s
"""


def authenticate_shopper(shop_id: UUID, token: str) -> UUID | None:
    """The shopper's id; None for a token unknown here, expired, or another shop's. Needs the shop's scope."""
    with connection.cursor() as cursor:
        cursor.execute(_SESSION, [shop_id, token_sha256(token), timezone.now()])
        row = cursor.fetchone()
    return row[0] if row else None
