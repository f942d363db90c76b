"""What a start does with jobs and sessions of the past."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kaipu.web.database.prepare import _forget_the_past, _take_back_jobs
from kaipu.web.environment import Environment

NOW = timezone.now()


def job(status: str, started_ago: timedelta | None = None, finished_ago: timedelta | None = None) -> DBTaskResult:
    return DBTaskResult.objects.create(
        task_path="a.job",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        status=status,
        started_at=started_ago and NOW - started_ago,
        finished_at=finished_ago and NOW - finished_ago,
    )


@pytest.mark.parametrize(
    ("database_url", "minutes", "status"),
    [("", 1, "READY"), ("postgresql://elsewhere/db", 1, "RUNNING"), ("postgresql://elsewhere/db", 31, "READY")],
)
def test_a_job_that_was_cut_off_is_done_again(
    db: None, monkeypatch: pytest.MonkeyPatch, database_url: str, minutes: int, status: str
) -> None:
    """At once where only we run jobs; where others may, only when it cannot be running any more."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    cut_off = job("RUNNING", timedelta(minutes=minutes))
    done = job("SUCCESSFUL", timedelta(minutes=minutes), timedelta(minutes=minutes))
    _take_back_jobs(Environment.read())
    cut_off.refresh_from_db()
    done.refresh_from_db()
    assert (cut_off.status, done.status) == (status, "SUCCESSFUL")


def test_old_results_and_sessions_are_forgotten(db: None) -> None:
    old = job("SUCCESSFUL", timedelta(days=15), timedelta(days=15))
    new = job("FAILED", timedelta(days=13), timedelta(days=13))
    waiting = job("READY")
    Session.objects.create(session_key="over", session_data="", expire_date=NOW - timedelta(minutes=1))
    Session.objects.create(session_key="open", session_data="", expire_date=NOW + timedelta(days=1))
    _forget_the_past()
    assert set(DBTaskResult.objects.values_list("id", flat=True)) == {new.id, waiting.id}
    assert old.id not in DBTaskResult.objects.values_list("id", flat=True)
    assert [session.session_key for session in Session.objects.all()] == ["open"]
