"""Secrets are made once, differ between installations, and are nobody else's to read."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kaipu.web.secret import known_secret, secret


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    assert known_secret(tmp_path, "django") == ""
    made = secret(tmp_path, "django")
    assert len(made) == 64
    assert secret(tmp_path, "django") == known_secret(tmp_path, "django") == made
    assert secret(tmp_path, "another") != made


def test_only_its_user_can_read_it(tmp_path: Path) -> None:
    secret(tmp_path, "django")
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "secret" / "django").stat().st_mode & 0o777 == 0o600


def test_of_many_at_one_moment_all_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda turn: secret(tmp_path, f"s{turn % 4}"), range(64)))
    assert len(made) == 4
    assert sorted(file.name for file in (tmp_path / "secret").iterdir()) == ["s0", "s1", "s2", "s3"]
