"""The menu under a real finger: rail and list move together, the sheet prices what is chosen, the cart follows."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import BLOCKS, Screen, found_by_axe, too_small_for_a_finger

pytestmark = pytest.mark.browser

SHOP = json.loads((BLOCKS / "order_menu/cases/default/shop.json").read_text("utf-8"))
# Uneven, so that a wrong height shows.
COUNTS = [1, 9, 1, 2, 12, 5]
LONG = {
    **SHOP,
    "catalog": {
        **SHOP["catalog"],
        "categories": [{"code": f"c{n}", "name": f"分类{n}"} for n in range(6)],
        "dishes": [
            {
                **SHOP["catalog"]["dishes"][1],
                "code": f"d{n}_{m}",
                "category": f"c{n}",
                "name": f"菜{n}{m}",
                "remaining": None,
            }
            for n in range(6)
            for m in range(COUNTS[n])
        ],
    },
}
LIST = "[class*='kp-order-menu__list']"
TOPS = """(list) => [...list.querySelectorAll("[class*='kp-order-menu__head']")].map(
    (head) => head.getBoundingClientRect().top - list.getBoundingClientRect().top)"""
LOOKED_AT = "[role=button][aria-current=true]"


@pytest.fixture
def menu(open_screen: Callable[[Screen], Page]) -> Callable[[dict[str, object]], Page]:
    def open_menu(shop: dict[str, object]) -> Page:
        page = open_screen(Screen("order_menu", {}, shop))
        page.wait_for_selector(LIST)
        return page

    return open_menu


def test_the_rail_follows_the_list(menu):
    """The heights that the script reckons with are those that are drawn."""
    page = menu(LONG)
    for number, top in enumerate(page.locator(LIST).evaluate(TOPS)):
        page.locator(LIST).evaluate("(list, top) => list.scrollTo(0, top)", top)
        wanted = number if top <= page.locator(LIST).evaluate("(list) => list.scrollTop") + 1 else None
        if wanted is not None:
            expect(page.locator(LOOKED_AT)).to_have_text(f"分类{wanted}")


def test_a_tap_on_the_rail_glides_to_its_category_and_no_other_is_chosen_on_the_way(menu):
    page = menu(LONG)
    page.evaluate(
        """() => { window.chosen = []; new MutationObserver((all) => all.forEach(({ target }) => {
            if (target.getAttribute('aria-current') === 'true') window.chosen.push(target.innerText) }))
            .observe(document.body, { subtree: true, attributeFilter: ['aria-current'] }) }"""
    )
    page.get_by_role("button", name="分类3").click()
    page.wait_for_function(f'() => Math.abs(({TOPS})(document.querySelector("{LIST}"))[3]) < 2')
    assert page.evaluate("window.chosen") == ["分类3"]


def test_the_same_category_can_be_tapped_again_after_scrolling_away(menu):
    page = menu(LONG)
    page.get_by_role("button", name="分类2").click()
    at_two = f'() => Math.abs(({TOPS})(document.querySelector("{LIST}"))[2]) < 2'
    page.wait_for_function(at_two)
    page.locator(LIST).evaluate("(list) => list.scrollBy(0, 60)")
    page.get_by_role("button", name="分类2").click()
    page.wait_for_function(at_two)


def test_options_running_price_and_the_cart(menu):
    page = menu(SHOP)
    page.get_by_role("button", name="选规格 红烧牛肉面").click()
    sheet = page.get_by_role("dialog", name="红烧牛肉面")
    sheet.get_by_role("button", name="大 +¥8").click()
    sheet.get_by_role("button", name="卤蛋 +¥2.5").click()
    sheet.get_by_role("button", name="加一份").click()
    expect(sheet).to_contain_text("¥61")
    assert found_by_axe(page, off=("heading-order",)) == []
    assert too_small_for_a_finger(page) == []
    sheet.get_by_role("button", name="加入购物车").click()
    expect(sheet).to_have_count(0)
    page.get_by_role("button", name="加一份 拍黄瓜").click()
    basket = page.get_by_role("button", name="购物车 3 ¥69.5")
    basket.click()
    lines = page.get_by_role("dialog", name="购物车")
    expect(lines).to_contain_text("大 · 卤蛋")
    assert found_by_axe(page, off=("heading-order",)) == []
    lines.get_by_role("button", name="减一份 拍黄瓜").click()
    expect(lines).not_to_contain_text("拍黄瓜")
    page.get_by_role("button", name="清空").click()
    expect(lines).to_have_count(0)
    expect(page.get_by_role("button", name="购物车 还没点菜")).to_be_visible()


def test_it_can_be_ordered_from_with_the_keyboard_alone(menu):
    page = menu(SHOP)
    page.get_by_role("button", name="加一份 拍黄瓜").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="购物车 2 ¥17")).to_be_visible()
