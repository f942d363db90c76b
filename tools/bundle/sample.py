"""Prints a shop as JSON for the development server: the noodle shop's goods, with pages to look at the blocks by while the
trade has no definition of its own yet."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

TRADE = Path(__file__).parents[2] / "src/kaipu/trades/noodle_shop"
BLOCKS = Path(__file__).parents[2] / "src/kaipu/blocks"
DISH = {"description": "", "was_fen": None, "sold_out": False, "remaining": None, "box_count": 0, "tags": []}
CHOICE = {"price_fen": 0, "sold_out": False}


def option(named: dict[str, Any], stated: str | dict[str, Any]) -> dict[str, Any]:
    reference = {"use": stated, "code": stated} if isinstance(stated, str) else stated
    found = {**named.get(reference.get("use", ""), {}), **{key: value for key, value in reference.items() if key != "use"}}
    return {**found, "choices": [{**CHOICE, **choice} for choice in found["choices"]]}


def dish(named: dict[str, Any], stated: dict[str, Any]) -> dict[str, Any]:
    options = [option(named, one) for one in stated.get("options", [])]
    remaining = stated.get("daily_limit")
    known = {key: value for key, value in stated.items() if key != "daily_limit"}
    return {**DISH, "picture": f"picture:{stated['code']}.webp", **known, "options": options, "remaining": remaining}


def catalog() -> dict[str, Any]:
    goods = yaml.safe_load((TRADE / "goods.yaml").read_text("utf-8"))
    dishes = [dish(goods["options"], one) for one in goods["dishes"]]
    return {"revision": "0" * 16, "currency": "CNY", "categories": goods["categories"], "dishes": dishes}


def definition() -> dict[str, Any]:
    own = TRADE / "definition.json"
    if own.exists():
        found: dict[str, Any] = json.loads(own.read_text("utf-8"))
        return found
    blocks = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(BLOCKS.glob("*/block.yaml"))]
    nodes = {f"n_{b['id']}": {"id": f"n_{b['id']}", "block": b["id"], "version": 1, "hidden": False, "props": b["defaults"]} for b in blocks}
    rest = [node for node in nodes if node != "n_order_menu"]
    theme = {"primary": "#B3261E", "accent": "#E8A33D", "background": "#FFF8F0", "surface": "#FFFFFF", "text": "#2B1B12", "radius_px": 12}
    tabs = [("home", "首页", "home"), ("menu", "点餐", "menu"), ("@orders", "订单", "orders"), ("@shop", "门店", "shop")]
    return {
        "schema": 1, "trade": "noodle_shop", "name": "老王面馆", "description": "人民路菜市场东门的一碗好面", "theme": theme,
        "tabs": [{"id": f"t_{icon}", "page": page, "label": label, "icon": icon} for page, label, icon in tabs],
        "page_order": ["home", "menu"],
        "pages": {"home": {"id": "home", "title": "老王面馆", "nodes": rest}, "menu": {"id": "menu", "title": "点餐", "nodes": ["n_order_menu"]}},
        "nodes": nodes,
    }  # fmt: skip


def shop() -> dict[str, Any]:
    trade = yaml.safe_load((TRADE / "trade.yaml").read_text("utf-8"))
    return {"table_notes": {}, "notices": [], "packing_fee_fen": 0, **trade["shop"], "order_kinds": trade["order_kinds"]}


json.dump(
    {"slug": "noodle", "api": "/api/shop/noodle", "pictures": "/pictures/", "sha256": "0" * 64}
    | {"definition": definition(), "catalog": catalog(), "shop": shop()},
    sys.stdout,
    ensure_ascii=False,
)
