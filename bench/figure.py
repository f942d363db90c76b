"""One measured figure: all its values, what it should be, and how figures are printed and kept."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Figure:
    """`budget` is the most it may be, or the least where `more_is_better`; None: reported only."""

    group: str
    name: str
    unit: str
    values: Sequence[float]
    budget: float | None = None
    more_is_better: bool = False
    note: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def within(self) -> bool | None:
        if self.budget is None:
            return None
        return self.median >= self.budget if self.more_is_better else self.median <= self.budget


@dataclass
class Report:
    """All figures of a run, and the failures of measurements that could not be made."""

    figures: list[Figure] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)

    def table(self) -> str:
        rows = [("", "figure", "median", "spread", "budget", "")]
        group = ""
        for figure in self.figures:
            rows.append((figure.group if figure.group != group else "", *_cells(figure)))
            group = figure.group
        widths = [max(_width(row[at]) for row in rows) for at in range(len(rows[0]))]
        lines = [
            "  ".join(cell + " " * (wide - _width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        return "\n".join([*lines, *(f"not measured: {name}: {why}" for name, why in self.failures.items())])

    def write(self) -> Path:
        RESULTS.mkdir(exist_ok=True)
        machine = {
            "system": platform.platform(),
            "python": platform.python_version(),
            "cores": os.cpu_count(),
            "load": os.getloadavg(),
        }
        figures = [asdict(figure) | {"median": figure.median, "within": figure.within} for figure in self.figures]
        path = RESULTS / f"{time.strftime('%Y%m%dT%H%M%S')}.json"
        path.write_text(
            json.dumps(
                {"machine": machine, "figures": figures, "failures": self.failures}, indent=1, ensure_ascii=False
            )
        )
        return path


def _cells(figure: Figure) -> tuple[str, str, str, str, str]:
    spread = f"{_number(min(figure.values))}..{_number(max(figure.values))}" if len(figure.values) > 1 else ""
    sign = {None: "", True: "✓", False: "✗"}[figure.within]
    bound = "" if figure.budget is None else f"{'≥' if figure.more_is_better else '≤'} {_number(figure.budget)}"
    name = f"{figure.name} ({figure.note})" if figure.note else figure.name
    return name, f"{_number(figure.median)} {figure.unit}", spread, bound, sign


def _number(value: float) -> str:
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
