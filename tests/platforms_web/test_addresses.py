"""Addresses of the web shop and paths of pages, back and forth."""

import pytest

CODE = """
const { addresses } = await import('./src/kaipu/platforms/web/runtime/pages/addresses.js');
const shell = ['page', 'dish', 'order', 'orders', 'cart'];
const { toUrl, fromUrl, template } = addresses({
  base: '/s/n/',
  asFiles: input.asFiles,
  definition: () => ({
    tabs: [{ page: 'home' }, { page: 'menu' }, { page: '@orders' }],
    pages: { home: {}, menu: {}, about: {} },
  }),
  isShellPage: (name) => shell.includes(name),
});
const { pathname, search } = new URL(input.url ?? '', 'https://shop/');
output = input.path
  ? { url: toUrl(input.path, input.query), template: template(input.path) }
  : { at: fromUrl(pathname, search) };
"""

PAIRS = [
    ("pages/home/home", {}, "/s/n/"),
    ("pages/menu/menu", {}, "/s/n/menu"),
    ("pages/orders/orders", {}, "/s/n/orders"),
    ("pages/cart/cart", {}, "/s/n/cart"),
    ("pages/page/page", {"page": "about"}, "/s/n/about"),
    ("pages/dish/dish", {"dish": "beef_noodles"}, "/s/n/dish/beef_noodles"),
    ("pages/order/order", {"id": "a/b c"}, "/s/n/order/a%2Fb%20c"),
    ("pages/home/home", {"table": "6"}, "/s/n/?table=6"),
]


@pytest.fixture(scope="module")
def ask(run_node):
    return lambda **question: run_node(CODE, {"asFiles": False, **question})


@pytest.mark.parametrize(("path", "query", "url"), PAIRS)
def test_a_path_has_an_address_that_leads_back_to_it(ask, path, query, url):
    assert ask(path=path, query=query)["url"] == url
    assert ask(url=url)["at"] == {"path": path, "query": query}


@pytest.mark.parametrize("url", ["/s/n/nowhere", "/s/n/dish/", "/s/n/a/b/c"])
def test_what_is_nowhere_is_the_first_tab_or_the_bare_page(ask, url):
    assert ask(url=url)["at"]["path"] in ("pages/home/home", "pages/dish/dish")


def test_pages_of_the_definition_are_drawn_by_one(ask):
    assert ask(path="pages/menu/menu")["template"] == "pages/page/page"
    assert ask(path="pages/cart/cart")["template"] == "pages/cart/cart"


def test_files_are_found_by_a_plain_server(ask):
    assert ask(asFiles=True, path="pages/menu/menu")["url"] == "/s/n/menu/"
    assert ask(asFiles=True, path="pages/order/order", query={"id": "7"})["url"] == "/s/n/order/?id=7"
    assert ask(asFiles=True, url="/s/n/menu/index.html")["at"]["path"] == "pages/menu/menu"
