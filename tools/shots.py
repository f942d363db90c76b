"""Takes the README's two pictures from a real shop: the shopper's home page, and the owner's desk with a paid order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import chromium
from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PORT = "8740"
SHOP = f"http://127.0.0.1:{PORT}/s/noodle/"


def new_phone(browser: Browser) -> Page:
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, device_scale_factor=2, locale="zh-CN", has_touch=True
    )
    context.set_default_timeout(30_000)
    return context.new_page()


def order(page: Page, table: str, dish: str) -> None:
    page.goto(f"{SHOP}menu?table={table}")
    page.get_by_role("button", name=f"选规格 {dish}", exact=True).click()
    page.get_by_role("button", name="加入购物车").click()
    page.get_by_role("button", name="去结算").click()
    page.get_by_role("button", name="下单付款").click()
    page.get_by_role("button", name=re.compile("立即付款")).click()
    page.get_by_text("已付款").first.wait_for()


def take(browser: Browser, sign_in: str) -> None:
    shop = new_phone(browser)
    shop.goto(SHOP)
    shop.wait_for_load_state("networkidle")
    shop.screenshot(path=PICTURES / "shop.png")
    order(new_phone(browser), "6", "红烧牛肉面")
    order(new_phone(browser), "3", "番茄牛腩面")
    desk = new_phone(browser)
    desk.goto(sign_in)
    desk.locator("[data-order=A002]").wait_for()
    desk.screenshot(path=PICTURES / "desk.png")


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    kaipu = str(Path(sys.executable).with_name("kaipu"))
    with tempfile.TemporaryDirectory(prefix="kaipu-shots-") as data, chromium() as browser:
        environment = os.environ | {"KAIPU_DATA": f"{data}/data", "KAIPU_PORT": PORT, "LANG": "en_GB.UTF-8"}
        up = subprocess.Popen([kaipu, "up"], env=environment, stdout=subprocess.PIPE, text=True)
        try:
            said = ""
            for line in up.stdout or ():
                said += line
                if "Ctrl-C" in line:
                    break
            link = re.search(r"http\S+sign-in#\S+", said)
            take(browser, link.group() if link else sys.exit(said))
        finally:
            up.terminate()
            up.wait(60)


if __name__ == "__main__":
    main()
