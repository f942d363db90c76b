"""From `kaipu up` to a shop that answers: on an empty data folder, and again on the same."""

from __future__ import annotations

from bench.figure import Figure
from bench.shop import data_folder, running_shop


def measure() -> list[Figure]:
    cold, second = [], []
    for _ in range(2):
        with data_folder() as data:
            with running_shop(data) as shop:
                cold.append(shop.seconds_to_ready)
            for _ in range(2):
                with running_shop(data) as shop:
                    second.append(shop.seconds_to_ready)
    return [
        Figure("start", "first, empty data folder", "s", cold, 90, note="environment already set up"),
        Figure("start", "second", "s", second, 3),
    ]
