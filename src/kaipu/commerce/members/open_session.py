"""Gives a page a token to speak with, for a shopper who is new or known from their platform. Needs the shop's scope."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.members.models import PlatformIdentity, Shopper, ShopperSession
from kaipu.commerce.members.tokens import new_token, token_sha256

LIFE: Final = timedelta(days=90)


def open_anonymous_session() -> str:
    """A token of a shopper nobody knows anything about: a browser."""
    return _session_of(Shopper.objects.create())


def open_platform_session(platform: str, openid: str) -> str:
    """A token of the shopper whom the platform calls `openid`; the same shopper every time."""
    known = _shopper_of(platform, openid)
    return _session_of(known or _meet(platform, openid))


def openid_of(shopper_id: UUID, platform: str) -> str | None:
    """What the platform calls this shopper, or None if they never signed in from there."""
    identities = PlatformIdentity.objects.filter(shopper_id=shopper_id, platform=platform)
    return identities.values_list("openid", flat=True).first()


def _meet(platform: str, openid: str) -> Shopper:
    newcomer = Shopper.objects.create()
    identity = PlatformIdentity(shopper=newcomer, platform=platform, openid=openid)
    # Two first sign-ins at one moment: the second waits here for the first and then yields to it.
    PlatformIdentity.objects.bulk_create([identity], ignore_conflicts=True)
    met = _shopper_of(platform, openid)
    assert met is not None, "the conflict was with a committed row"  # noqa: S101 - a fault of ours
    if met.pk != newcomer.pk:
        newcomer.delete()
    return met


def _shopper_of(platform: str, openid: str) -> Shopper | None:
    return Shopper.objects.filter(identities__platform=platform, identities__openid=openid).first()


def _session_of(shopper: Shopper) -> str:
    token = new_token()
    expires_at = timezone.now() + LIFE
    ShopperSession.objects.create(shopper=shopper, token_sha256=token_sha256(token), expires_at=expires_at)
    return token
