"""Opening hours of the noodle shop, of a shop that closes after midnight, and on the days when the clock changes."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kaipu.definition import ShopInformation, is_open, next_closing, next_opening

NOODLES = ShopInformation.model_validate(
    {
        "name": "老王面馆",
        "hours": [
            {"days": [1, 2, 3, 4, 5, 6, 7], "opens": "06:30", "closes": "14:00"},
            {"days": [2, 3, 4, 5, 6, 7], "opens": "16:30", "closes": "20:30"},
        ],
    }
)
BAR = ShopInformation.model_validate(
    {"name": "夜宵", "hours": [{"days": [5, 6], "opens": "18:00", "closes": "02:00"}], "timezone": "Asia/Shanghai"}
)
ALWAYS = ShopInformation.model_validate(
    {"name": "便利店", "hours": [{"days": [1, 2, 3, 4, 5, 6, 7], "opens": "00:00", "closes": "24:00"}]}
)


def shanghai(day, clock):
    """A moment in May 2026, whose first day is a Friday."""
    return datetime.fromisoformat(f"2026-05-{day:02}T{clock}:00+08:00")


@pytest.mark.parametrize(
    ("shop", "at", "expected"),
    [
        (NOODLES, shanghai(5, "06:29"), False),
        (NOODLES, shanghai(5, "06:30"), True),
        (NOODLES, shanghai(5, "13:59"), True),
        (NOODLES, shanghai(5, "14:00"), False),
        (NOODLES, shanghai(5, "17:00"), True),
        (NOODLES, shanghai(4, "17:00"), False),  # Monday afternoon is off
        (NOODLES, datetime(2026, 5, 4, 23, 0, tzinfo=UTC), True),  # Tuesday 07:00 in Shanghai
        (BAR, shanghai(1, "23:00"), True),
        (BAR, shanghai(2, "01:59"), True),
        (BAR, shanghai(2, "02:00"), False),
        (BAR, shanghai(3, "01:00"), True),  # Saturday's night
        (BAR, shanghai(4, "01:00"), False),
        (ALWAYS, shanghai(4, "00:00"), True),
        (ALWAYS, shanghai(4, "23:59"), True),
    ],
)
def test_open_by_the_hours(shop, at, expected):
    assert is_open(shop, at) is expected


@pytest.mark.parametrize(
    ("shop", "at", "expected"),
    [
        (NOODLES, shanghai(5, "05:00"), shanghai(5, "06:30")),
        (NOODLES, shanghai(5, "15:00"), shanghai(5, "16:30")),
        (NOODLES, shanghai(4, "15:00"), shanghai(5, "06:30")),
        (NOODLES, shanghai(5, "12:00"), None),
        (BAR, shanghai(3, "03:00"), shanghai(8, "18:00")),
        (BAR, shanghai(2, "02:00"), shanghai(2, "18:00")),
    ],
)
def test_the_next_opening(shop, at, expected):
    assert next_opening(shop, at) == expected


def test_the_next_closing():
    assert next_closing(NOODLES, shanghai(5, "12:00")) == shanghai(5, "14:00")
    assert next_closing(NOODLES, shanghai(5, "15:00")) is None
    assert next_closing(BAR, shanghai(2, "01:00")) == shanghai(2, "02:00")
    assert next_closing(ALWAYS, shanghai(5, "15:00")) is None


@pytest.mark.parametrize(("switch", "expected"), [("open", True), ("closed", False)])
def test_the_owners_switch_comes_first(switch, expected):
    shop = NOODLES.model_copy(update={"opening": switch})
    for at in (shanghai(5, "12:00"), shanghai(5, "03:00")):
        assert is_open(shop, at) is expected
        assert next_opening(shop, at) is None
        assert next_closing(shop, at) is None


def test_no_hours_is_never_open():
    shop = NOODLES.model_copy(update={"hours": []})
    assert not is_open(shop, shanghai(5, "12:00"))
    assert next_opening(shop, shanghai(5, "12:00")) is None


def test_a_moment_without_a_time_zone_is_a_fault():
    with pytest.raises(ValueError, match="time zone"):
        is_open(NOODLES, datetime(2026, 5, 5, 12, 0))


def test_the_clock_change_moves_the_moment_and_not_the_hour():
    berlin = NOODLES.model_copy(update={"timezone": "Europe/Berlin"})
    zone = ZoneInfo("Europe/Berlin")
    before, after = (next_opening(berlin, datetime(2026, 3, day, 3, 30, tzinfo=zone)) for day in (28, 29))
    assert (before.hour, after.hour) == (6, 6)
    assert (after - before.astimezone(UTC)).total_seconds() == 23 * 3600
