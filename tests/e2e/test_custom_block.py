"""A block of one's own, from `kaipu new-block` to the shopper's screen and the owner's canvas, with nothing of Kaipu
changed; and what is seen when it is gone again."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ..docs.listings import read_page, type_it
from ..installation import Installation, new_installation
from .conftest import NewPerson

pytestmark = pytest.mark.browser

TEXT = "今日熬汤，卖完为止"
PAGE = read_page("docs/how-to/own-block.md")


@pytest.fixture(scope="module")
def block(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mine") / "coupon_strip"


@pytest.fixture(scope="module")
def own(block: Path) -> Iterator[Installation]:
    """A Kaipu with the block, which the demo shop shows first of all: put there as the page about blocks says."""
    with new_installation() as made:
        assert made.run("new-block", block.name, "--out", str(block.parent)).returncode == 0
        made.more = {"KAIPU_BLOCKS": str(block)}
        made.up()
        (script,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
        saved = block.with_name("place_block.py")
        saved.write_text(script, "utf-8")
        assert "live as release 2" in type_it(PAGE, {saved.name: saved}, made.environment())
        yield made


def test_a_shopper_sees_it_and_can_tap_it(own: Installation, new_person: NewPerson):
    shopper = new_person()
    shopper.goto(f"http://127.0.0.1:{own.port}/s/noodle/")
    expect(shopper.get_by_text(TEXT)).to_be_visible()
    shopper.get_by_role("button", name=f"去看看 {TEXT}").click()
    expect(shopper).to_have_url(re.compile("/s/noodle/menu$"))


def test_the_owner_sees_it_on_the_canvas_and_edits_it(own: Installation, new_person: NewPerson):
    owner = new_person()
    owner.goto(own.run("sign-in", "noodle").stdout.split()[0])
    owner.wait_for_url(re.compile("/studio/noodle/desk$"))
    owner.goto(f"http://127.0.0.1:{own.port}/studio/noodle/canvas")
    preview = owner.frame_locator("iframe")
    expect(preview.get_by_text(TEXT)).to_be_visible()
    preview.get_by_text(TEXT).click()
    sheet = owner.get_by_role("region", name="新模块")
    sheet.get_by_label("文字").fill("明天歇业")
    sheet.get_by_label("文字").blur()
    expect(preview.get_by_text("明天歇业")).to_be_visible()


def test_it_is_built_with_the_shop(own: Installation, tmp_path: Path):
    built = own.run("build", "noodle", "--platform", "web,wechat", "--out", str(tmp_path))
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "wechat/blocks/coupon_strip/coupon_strip.js").is_file()
    assert len(list((tmp_path / "web/assets/blocks/coupon_strip").iterdir())) == 2


def test_without_it_the_shop_does_without_and_says_so(own: Installation, new_person: NewPerson, tmp_path: Path):
    """Last in this file: the block is gone from here on."""
    own.signal(signal.SIGINT)
    own.more = {}
    own.up()
    shopper = new_person()
    shopper.goto(f"http://127.0.0.1:{own.port}/s/noodle/")
    expect(shopper.get_by_text("一碗好面").first).to_be_visible()
    expect(shopper.get_by_text(TEXT)).to_have_count(0)
    assert "There is no block called “coupon_strip”" in (own.data / "logs/server.log").read_text("utf-8")
    built = own.run("build", "noodle", "--platform", "wechat", "--out", str(tmp_path / "out"))
    assert (built.returncode, list(tmp_path.iterdir())) == (2, [])
    assert re.search("/nodes/n_[0-9a-f]+/block: There is no block called “coupon_strip”", built.stderr)
    owner = new_person()
    owner.goto(own.run("sign-in", "noodle").stdout.split()[0])
    owner.wait_for_url(re.compile("/studio/noodle/desk$"))
    owner.goto(f"http://127.0.0.1:{own.port}/studio/noodle/canvas")
    expect(owner.frame_locator("iframe").get_by_text("没有装这个模块：coupon_strip")).to_be_visible()
