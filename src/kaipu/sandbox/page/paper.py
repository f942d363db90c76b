"""Draws the payment page: one sheet of paper, readable at arm's length, the same at 320 px and on a desk. No script."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from pathlib import Path

from kaipu.sandbox.store import Row

GOOD, QUIET = "good", "quiet"
TICK = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.5l4.5 4.5L19 7.5"/></svg>'
DASH = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 12h12"/></svg>'


def draw_checkout(words: Mapping[str, str], merchant: str, payment: Row, action: str, other_language: str) -> str:
    """The sheet with the amount and the two buttons."""
    body = f"""
<h1 class="to">{escape(words["pay_to"])} <strong>{escape(merchant)}</strong></h1>
<p class="amount"><span class="yuan">¥</span>{_yuan(payment["total_fen"])}</p>
<dl>{_facts(words, payment)}</dl>
<form method="post" action="{escape(action)}">
<button class="pay" name="press" value="pay">{escape(words["pay"])} ¥{_yuan(payment["total_fen"])}</button>
<button class="cancel" name="press" value="cancel">{escape(words["cancel"])}</button>
</form>"""
    return _sheet(words, body, other_language)


def draw_message(words: Mapping[str, str], message: str, back: str, other_language: str) -> str:
    """The sheet when there is nothing to pay: what has happened, and the way back."""
    good = message in ("paid", "front")
    link = f'<a class="pay" href="{escape(back)}">{escape(words["back"])}</a>' if back else ""
    body = f"""
<div class="mark {GOOD if good else QUIET}">{TICK if good else DASH}</div>
<h1 class="said">{escape(words[message])}</h1>
<p class="more">{escape(words[message + "_more"])}</p>
{link}"""
    return _sheet(words, body, other_language)


def _facts(words: Mapping[str, str], payment: Row) -> str:
    facts = [
        (words["goods"], payment["description"]),
        (words["number"], payment["out_trade_no"]),
        (words["method"], words["wallet"]),
    ]
    if payment["expires_at"] is not None:
        facts.append((words["before"], _clock_time(payment["expires_at"])))
    return "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)


def _sheet(words: Mapping[str, str], body: str, other_language: str) -> str:
    return f"""<!doctype html>
<html lang="{words["lang"]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(words["title"])}</title>
<style>{_style()}</style>
</head>
<body>
<header><p class="practice"><b>{escape(words["sandbox"])}</b> {escape(words["no_money"])}</p></header>
<main class="sheet">{body}
</main>
<footer><p>{escape(words["about"])}</p>
<p><a href="{escape(other_language)}" lang="{words["other_lang"]}">{escape(words["other"])}</a></p>
</footer>
</body>
</html>
"""


@cache
def _style() -> str:
    return Path(__file__).with_name("paper.css").read_text(encoding="utf-8")


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def _clock_time(at: float) -> str:
    """Beijing's clock, which is the shops'."""
    return (datetime.fromtimestamp(at, UTC) + timedelta(hours=8)).strftime("%H:%M:%S")
