"""The owner changes the banner, sees it in the preview, publishes; the shopper sees it without loading the page anew; a
roll-back brings the old words back."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from .conftest import NewPerson

pytestmark = pytest.mark.browser


def change_headline(owner: Page, text: str) -> None:
    owner.locator("[data-node=n_banner] .nodes__name").click()
    sheet = owner.get_by_role("region", name="轮播图")
    first = sheet.locator(".q-expansion-item").first
    first.click()
    first.get_by_label("大字").fill(text)
    first.get_by_label("大字").blur()


def look_until_seen(shopper: Page, text: str) -> None:
    """Goes to another tab and back, as people do, until the shell has asked for what is live; never loads the page."""
    for _ in range(20):
        shopper.get_by_role("button", name="订单", exact=True).click()
        shopper.get_by_role("button", name="首页", exact=True).click()
        with suppress(AssertionError):
            expect(shopper.get_by_text(text).first).to_be_visible(timeout=2_000)
            return
    expect(shopper.get_by_text(text).first).to_be_visible()


def test_a_new_headline_and_picture_go_live_and_come_back(
    address: str, owner: Page, new_person: NewPerson, tmp_path: Path
):
    shopper = new_person()
    shopper.goto(f"{address}/s/noodle/")
    old = "一碗好面"
    expect(shopper.get_by_text(old).first).to_be_visible()
    shopper.evaluate("window.neverReloaded = true")
    owner.goto(f"{address}/studio/noodle/canvas")
    preview = owner.frame_locator("iframe")
    expect(preview.get_by_text(old).first).to_be_visible()

    change_headline(owner, "立冬吃饺子")

    expect(preview.get_by_text("立冬吃饺子").first).to_be_visible()
    expect(shopper.get_by_text(old).first).to_be_visible()  # a draft is nobody's business
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (1600, 900), "#7a1f1f").save(photo, exif=b"Exif\x00\x00")
    owner.locator("input[type=file]").first.set_input_files(photo)
    expect(owner.locator(".image__picture").first).to_have_attribute("src", re.compile("^/media/"))

    owner.get_by_role("button", name="发布").click()

    expect(owner.get_by_text(re.compile("第 2 版已上线"))).to_be_visible()
    look_until_seen(shopper, "立冬吃饺子")
    assert shopper.locator("img[src*='/media/']").first.evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )
    owner.get_by_role("button", name="版本").click()
    owner.locator("[data-release='1']").get_by_role("button", name="换回这一版").click()
    owner.get_by_role("dialog").last.get_by_role("button", name="换回这一版").click()
    expect(owner.get_by_text("已换回第 1 版")).to_be_visible()
    look_until_seen(shopper, old)
    assert shopper.evaluate("window.neverReloaded")


def test_an_edit_can_be_undone_and_done_again(address: str, owner: Page):
    owner.goto(f"{address}/studio/noodle/canvas")
    preview = owner.frame_locator("iframe")
    before = "周一下午休息"
    expect(preview.get_by_text(before).first).to_be_visible()
    owner.locator("[data-node=n_notice] .nodes__name").click()
    field = owner.get_by_role("region", name="公告").locator("textarea, input[type=text]").first
    field.fill("今日新到大闸蟹面")
    field.blur()
    expect(preview.get_by_text("今日新到大闸蟹面").first).to_be_visible()
    owner.get_by_role("button", name="撤销").click()
    expect(preview.get_by_text("今日新到大闸蟹面")).to_have_count(0)
    expect(preview.get_by_text(before).first).to_be_visible()
    owner.get_by_role("button", name="重做").click()
    expect(preview.get_by_text("今日新到大闸蟹面").first).to_be_visible()
    owner.get_by_role("button", name="撤销").click()
    expect(preview.get_by_text("今日新到大闸蟹面")).to_have_count(0)


def test_a_list_of_dishes_calls_them_what_the_owner_calls_them(address: str, owner: Page):
    owner.goto(f"{address}/studio/noodle/canvas")
    owner.locator(".nodes__name").filter(has_text="商品列表").first.click()
    sheet = owner.get_by_role("region", name="商品列表")
    expect(sheet.locator(".q-item__label--caption").first).to_have_text("红烧牛肉面")
