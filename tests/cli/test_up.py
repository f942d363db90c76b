"""`kaipu up`, as a newcomer meets it: it starts, says where all is, refuses what it cannot do, stops, comes back."""

import re
import signal
import socket
from contextlib import suppress

import psutil
import pytest


def test_a_first_start_a_look_and_a_clean_stop(fresh_installation) -> None:
    said = fresh_installation.up()
    port, data = fresh_installation.port, fresh_installation.data
    status, health = fresh_installation.get("/healthz")
    assert (status, health["status"], health["database"]["state"]) == (200, "ok", "ok")
    assert health["database"]["version"].startswith("18.")
    assert f"http://127.0.0.1:{port}/s/noodle/" in said
    assert re.search(rf"http://127\.0\.0\.1:{port}/studio/sign-in#[\w-]{{43}}", said)
    assert "▄" in said, "no QR code"
    assert fresh_installation.get("/s/noodle/")[0] == 200

    assert fresh_installation.signal(signal.SIGTERM) == 0
    assert fresh_installation.processes() == []
    assert not (data / "postgres" / "postmaster.pid").exists()
    assert "database system is shut down" in (data / "logs" / "postgres.log").read_text()


def test_ctrl_c_stops_it_too_and_only_loopback_was_listened_on(installation) -> None:
    installation.up()
    places = installation.places()
    assert {place.ip for place in places} == {"127.0.0.1"}
    assert {place.port for place in places} == {installation.port, installation.port + 1}
    assert installation.signal(signal.SIGINT) == 0
    assert installation.processes() == []


def test_after_a_kill_it_goes_on_where_it_was(installation) -> None:
    installation.up()
    before = installation.run("sign-in", "noodle")
    assert before.returncode == 0, before.stderr
    installation.signal(signal.SIGKILL)
    said = installation.up()  # at once: what the killed one started may still be leaving
    assert installation.get("/healthz")[0] == 200
    assert "/studio/sign-in#" in said
    assert installation.signal(signal.SIGTERM) == 0
    installation.wait_until_gone()


def test_a_killed_database_is_recovered(installation) -> None:
    installation.up()
    for process in installation.processes():
        with suppress(psutil.NoSuchProcess):
            process.kill()
    installation.signal(signal.SIGKILL)
    installation.up()
    assert installation.get("/healthz")[0] == 200


def test_a_killed_server_comes_back(installation) -> None:
    installation.up()
    killed = installation.serving()
    assert killed
    for process in killed:
        process.kill()
    while True:
        try:
            status, _ = installation.get("/healthz")
        except OSError:
            continue
        assert status == 200
        break


def test_a_second_one_is_refused_in_a_sentence(installation) -> None:
    installation.up()
    refused = installation.run("up")
    assert refused.returncode == 2
    assert re.fullmatch(rf"Port {installation.port} is taken: [^\n]+\n", refused.stderr)
    assert refused.stdout == ""
    assert installation.get("/healthz")[0] == 200


@pytest.mark.parametrize("offset", [0, 1])
def test_a_taken_port_starts_nothing(fresh_installation, offset: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", fresh_installation.port + offset))
        other.listen()
        refused = fresh_installation.run("up")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"Port {fresh_installation.port + offset} is taken" in refused.stderr
    assert not (fresh_installation.data / "postgres").exists()


def test_the_command_can_be_asked_when_nothing_runs(installation) -> None:
    """The database is started for the command alone, and stopped with it."""
    again = installation.run("demo")
    assert again.returncode == 0, again.stderr
    link = installation.run("sign-in", "noodle")
    assert re.match(rf"http://127\.0\.0\.1:{installation.port}/studio/sign-in#[\w-]{{43}}\n", link.stdout)
    assert installation.run("sign-in", "nobody").stderr.startswith("There is no shop called “nobody”")
    assert installation.processes() == []
