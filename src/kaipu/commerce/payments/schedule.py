"""When a payment or a refund that is not settled is looked after next. Pure but for the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

# A notice that got lost is made up for in half a minute at first, in five minutes at the latest while it can matter.
PAUSES_S = (30, 30, 60, 60, 60, 120, 120, 120, 240, 240, 240, 240)
LATER_S = 1800
# The gateway itself stops telling after a day; after two, whoever reads the log has to look.
LAST_TURN = len(PAUSES_S) + 96


def next_look(turn: int) -> datetime:
    """When to look for the `turn`th time, counted from 0."""
    return timezone.now() + timedelta(seconds=PAUSES_S[turn] if turn < len(PAUSES_S) else LATER_S)
