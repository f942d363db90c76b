"""When a shop is open. All answers are about a moment with a time zone; the shop's own zone decides which day it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from kaipu.definition.catalog import Hours, ShopInformation

_A_WEEK_AND_A_DAY = 8


def is_open(shop: ShopInformation, at: datetime) -> bool:
    """Whether orders are taken at that moment: the owner's switch first, then the hours."""
    if shop.opening != "hours":
        return shop.opening == "open"
    return any(opens <= at < closes for opens, closes in _spans(shop, at))


def next_opening(shop: ShopInformation, at: datetime) -> datetime | None:
    """When it next opens after `at`, in the shop's zone; None while it is open, switched off, or has no hours."""
    if shop.opening != "hours" or is_open(shop, at):
        return None
    return min((opens for opens, _ in _spans(shop, at) if opens > at), default=None)


def next_closing(shop: ShopInformation, at: datetime) -> datetime | None:
    """When it closes, by the hours; None while it is closed, never closes, or is kept open by the owner."""
    if shop.opening != "hours":
        return None
    closing = at
    # Spans that touch (until 24:00, from 00:00) are one stretch to whoever stands at the door.
    for opens, closes in sorted(_spans(shop, at)):
        if opens <= closing < closes:
            closing = closes
    return closing if at < closing < at + timedelta(days=7) else None


def _spans(shop: ShopInformation, at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Openings from yesterday, which may last past midnight, to the same weekday of next week."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    today = at.astimezone(shop.zone).date()
    for ahead in range(-1, _A_WEEK_AND_A_DAY):
        day = today + timedelta(days=ahead)
        for hours in shop.hours:
            if day.isoweekday() in hours.days:
                yield _span(shop, hours, day)


def _span(shop: ShopInformation, hours: Hours, day: date) -> tuple[datetime, datetime]:
    last_day = day if hours.closes > hours.opens else day + timedelta(days=1)
    return _moment(shop, day, hours.opens), _moment(shop, last_day, hours.closes)


def _moment(shop: ShopInformation, day: date, clock: str) -> datetime:
    if clock == "24:00":
        day, clock = day + timedelta(days=1), "00:00"
    local = datetime.combine(day, time.fromisoformat(clock), tzinfo=shop.zone)
    # Through UTC and back: arithmetic and comparison are then right on days when the clock changes.
    return local.astimezone(UTC).astimezone(shop.zone)
