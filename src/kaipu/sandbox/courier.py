"""Carries notices to the merchants' servers, and lets time pass for refunds.

A notice is delivered when the answer is 200 or 204 within five seconds; anything else is tried again on the documented
schedule. Between tries everything is in the store, so that a restart loses nothing.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx

from kaipu.sandbox.surroundings import Surroundings
from kaipu.sandbox.wechatpay.notices import RETRY_AFTER_S, Letter, write_letter
from kaipu.sandbox.wechatpay.refunds import settle_due

LOG = logging.getLogger("kaipu.sandbox")
ANSWER_WITHIN_S = 5.0
LONGEST_SLEEP_S = 0.5
ROUNDS = 3
# A notice whose try ended with the process, not with an answer, is tried again after this long.
ABANDONED_AFTER_S = 30.0
NO_ANSWER = 0


class Courier:
    """Sends what is due. `run` does so for good; `deliver_due` once, for whoever keeps the time."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._http = httpx.Client(timeout=ANSWER_WITHIN_S, follow_redirects=False, trust_env=False)

    def start(self) -> None:
        """Run in threads of its own, which do not keep the process alive. One slow merchant holds up one of them."""
        for _ in range(ROUNDS):
            threading.Thread(target=self.run, name="sandbox-courier", daemon=True).start()

    def close(self) -> None:
        """Give back the connections."""
        self._http.close()

    def run(self) -> None:
        """For as long as the process lives."""
        while True:
            self._around.news.wait(LONGEST_SLEEP_S)
            self._around.news.clear()
            try:
                self.deliver_due()
            except (sqlite3.Error, httpx.HTTPError):
                LOG.exception("the courier stumbled and goes on")

    def deliver_due(self) -> int:
        """Try everything whose time has come, in its order. Returns how many tries there were."""
        with self._around.store.work() as db:
            settle_due(db, self._around.clock(), self._around.pace)
        tries = 0
        while (letter := self._next()) is not None:
            self._finish(letter, self._send(letter))
            tries += 1
        return tries

    def _next(self) -> Letter | None:
        now = self._around.clock()
        with self._around.store.work() as db:
            row = db.execute(
                "SELECT * FROM notices WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, number", [now]
            ).fetchone()
            if row is None:
                return None
            db.execute(
                "UPDATE notices SET tries = tries + 1, next_at = ? WHERE id = ?", [now + ABANDONED_AFTER_S, row["id"]]
            )
            return write_letter(db, row, now)

    def _send(self, letter: Letter) -> int:
        if letter.copies == 1:
            return self._post(letter)
        with ThreadPoolExecutor(max_workers=min(letter.copies, 16)) as pool:
            statuses = list(pool.map(lambda _: self._post(letter), range(letter.copies)))
        return next((status for status in statuses if not _accepted(status)), statuses[0])

    def _post(self, letter: Letter) -> int:
        try:
            return self._http.post(letter.url, content=letter.body, headers=dict(letter.headers)).status_code
        except httpx.HTTPError:
            return NO_ANSWER

    def _finish(self, letter: Letter, status: int) -> None:
        now = self._around.clock()
        with self._around.store.work() as db:
            tries = db.execute("SELECT tries FROM notices WHERE id = ?", [letter.notice_id]).fetchone()["tries"]
            if _accepted(status):
                state, next_at = "delivered", now
            elif tries > len(RETRY_AFTER_S):
                state, next_at = "given_up", now
            else:
                state, next_at = "waiting", now + RETRY_AFTER_S[tries - 1] * self._around.pace
            db.execute(
                "UPDATE notices SET state = ?, next_at = ?, last_status = ? WHERE id = ?",
                [state, next_at, status, letter.notice_id],
            )


def _accepted(status: int) -> bool:
    return status in (200, 204)
