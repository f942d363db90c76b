"""A child that dies is started anew; one that keeps dying is given up. The stop reaches all that was started."""

import os
import signal
import time
from pathlib import Path

import psutil
import pytest

from kaipu.cli import main
from kaipu.cli.child import Child
from kaipu.cli.failure import Failure
from kaipu.cli.supervisor import Supervisor


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    """A child whose command is a file of Python, `work.py`, in the test's folder."""
    monkeypatch.setattr(main, "main", lambda words: exec(Path(words[0]).read_text(), {"__name__": "child"}) or 0)
    return Child("work", [str(tmp_path / "work.py")], tmp_path / "logs" / "work.log")


def write(child: Child, code: str) -> None:
    Path(child.words[0]).write_text(code)


def wait_for(path: Path) -> str:
    while not path.exists() or not path.read_text():
        time.sleep(0.01)
    return path.read_text()


def test_a_child_s_words_go_to_its_log(child: Child) -> None:
    write(child, "print('hello'); raise SystemExit(7)")
    child.start()
    while child.ended() is None:
        time.sleep(0.01)
    assert child.ended() == 7
    assert child.log.read_text() == "hello\n"


def test_a_fault_is_in_the_log(child: Child) -> None:
    write(child, "1 / 0")
    child.start()
    while child.ended() is None:
        time.sleep(0.01)
    assert child.ended() == 1
    assert "ZeroDivisionError" in child.log.read_text()


def test_a_full_log_is_put_aside(child: Child) -> None:
    write(child, "print('new')")
    child.log.parent.mkdir()
    child.log.write_bytes(b"old" * 4_000_000)
    child.start()
    while child.ended() is None:
        time.sleep(0.01)
    assert child.log.read_text() == "new\n"
    assert child.log.with_suffix(".log.1").stat().st_size == 12_000_000


def test_a_child_inherits_no_open_file(child: Child, tmp_path: Path) -> None:
    """The lock of the data folder above all."""
    write(child, "import os; print(sorted(os.listdir('/proc/self/fd'))[:4])")
    with (tmp_path / "held").open("w"):
        child.start()
    while child.ended() is None:
        time.sleep(0.01)
    assert child.log.read_text() == "['0', '1', '2', '3']\n"  # 3 is the folder being listed


def test_the_stubborn_are_killed_with_what_they_started(child: Child, tmp_path: Path) -> None:
    write(
        child,
        "import os, signal, subprocess, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "other = subprocess.Popen(['sleep', '1000'])\n"
        f"open({str(tmp_path / 'pids')!r}, 'w').write(str(other.pid))\n"
        "time.sleep(1000)\n",
    )
    child.start()
    other = psutil.Process(int(wait_for(tmp_path / "pids")))
    child.stop(0.1)
    assert child.ended() == -signal.SIGKILL
    other.wait(10)


def test_a_child_that_keeps_ending_is_given_up(child: Child, tmp_path: Path) -> None:
    count = tmp_path / "count"
    write(child, f"open({str(count)!r}, 'a').write('x')")
    restarted: list[str] = []
    supervisor = Supervisor(restarted.append)
    supervisor.start(child)
    with pytest.raises(Failure, match="work"):
        supervisor.watch(lambda: None)
    assert restarted == ["work"] * 4
    assert len(count.read_text()) == 5


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    """Also with one that was killed and could not say goodbye."""
    pids = tmp_path / "pids"
    middle = os.fork()
    if middle == 0:
        child = Child("work", ["-"], tmp_path / "work.log")
        main.main = lambda words: time.sleep(1000) or 0  # type: ignore[assignment]
        child.start()
        pids.write_text(str(child.pid))
        time.sleep(1000)
    orphan = psutil.Process(int(wait_for(pids)))
    os.kill(middle, signal.SIGKILL)
    os.waitpid(middle, 0)
    orphan.wait(10)
