"""One-time sign-in links. The token is 32 random bytes; the database keeps only its hash."""

import hashlib
import secrets
from datetime import timedelta

from django.utils import timezone

from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import SignInLink, User

LIFE = timedelta(hours=1)


def make_sign_in_token(user: User) -> str:
    """The secret part of the link; it is shown once and cannot be read again."""
    now = timezone.now()
    SignInLink.objects.filter(expires_at__lt=now).delete()
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(token_sha256=_hash(token), user=user, expires_at=now + LIFE)
    return token


def spend_sign_in_token(token: str) -> User:
    """The user of the link. A token works once, however many try at the same moment."""
    now = timezone.now()
    good = SignInLink.objects.filter(token_sha256=_hash(token), expires_at__gt=now, user__is_active=True)
    # Asked of the row itself and not in the subquery: of two at one moment the second sees what the first wrote.
    spent = SignInLink.objects.filter(pk__in=good.values("pk"), used_at=None).update(used_at=now)
    if not spent:
        raise Refusal("link_spent", 401)
    return User.objects.get(pk=SignInLink.objects.values("user").get(token_sha256=_hash(token))["user"])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
