"""A shop so small that a test can hold it in its head: one page, one block, written to a folder of the test's own."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from kaipu.compiler.library import Library
from kaipu.compiler.project import BuildSource

FILES = {
    "shell/app.js": "const platform = require('kaipu/platform');\nplatform.app({});\n",
    "shell/app.wxss": ".kp-page { color: red; }\n",
    "shell/block.js": (
        "const platform = require('kaipu/platform');\n"
        "exports.block = (definition) => platform.component({ properties: ['props', 'shop'],"
        " data: { view: {}, words: {} }, methods: definition.methods });\n"
    ),
    "shell/screen.js": (
        "const platform = require('kaipu/platform');\n"
        "exports.screen = (definition) => platform.page({ data: { theme: '', ...definition.data },"
        " methods: definition.methods });\n"
    ),
    "shell/unused.js": "exports.nothing = 0;\n",
    "shell/pages/page/page.js": (
        "const { screen } = require('kaipu/screen');\nscreen({ data: { nodes: [], shop: null } });\n"
    ),
    "shell/pages/page/page.wxml": '<view style="{{theme}}"><kaipu-nodes nodes="{{nodes}}" shop="{{shop}}"/></view>\n',
    "shell/pages/page/page.wxss": "",
    "shell/pages/page/page.json": '{"enablePullDownRefresh": true}',
    "shell/pages/orders/orders.js": "const { screen } = require('kaipu/screen');\nscreen({ data: {} });\n",
    "shell/pages/orders/orders.wxml": "<view>orders</view>\n",
    "blocks/title/block.yaml": "",
    "blocks/title/view.wxml": (
        '<view class="kp-title" role="button" bind:tap="tap">{{view.text}} {{words.more}}</view>\n'
    ),
    "blocks/title/style.wxss": ".kp-title { font-size: 30rpx; }\n",
    "blocks/title/script.js": (
        "const { block } = require('kaipu/block');\n"
        "block({ words: { zh: { more: '更多' }, en: { more: 'More' } },"
        " derive(props) { return { text: props.text }; }, methods: { tap() {} } });\n"
    ),
    "runtime/index.js": (
        "module.exports = { app(a) { App(a); }, page(p) { Page(p); }, component(c) { Component(c); } };\n"
    ),
}


def mask() -> bytes:
    """A PNG of one pixel with a table of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    chunks = ((b"IHDR", header), (b"PLTE", b"\0\0\0"), (b"tRNS", b"\x80"), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


@dataclass
class Tiny:
    folder: Path

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    @property
    def blocks(self) -> dict[str, Path]:
        return {file.parent.name: file.parent for file in (self.folder / "blocks").glob("*/block.yaml")}

    def library(self) -> Library:
        return Library(self.blocks, self.folder / "shell", self.folder / "runtime")

    def source(self, **changes: object) -> BuildSource:
        definition = {
            "name": "面馆",
            "theme": {
                "primary": "#B3261E",
                "accent": "#E8A33D",
                "background": "#FFF8F0",
                "surface": "#FFFFFF",
                "text": "#2B1B12",
                "radius_px": 12,
            },
            "tabs": [
                {"id": "t_home", "page": "home", "label": "首页", "icon": "home"},
                {"id": "t_orders", "page": "@orders", "label": "订单", "icon": "home"},
            ],
            "pages": {"home": {"id": "home", "title": "面馆", "nodes": ["n_title"]}},
            "nodes": {"n_title": {"id": "n_title", "block": "title", "version": 1, "props": {"text": "hello"}}},
        }
        definition |= changes
        blocks = {node["block"]: node["version"] for node in definition["nodes"].values()}
        text = json.dumps(definition)
        return BuildSource("noodle", json.loads(text), {}, {}, "http://x/api", "http://x/p/", "0" * 64, blocks)


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    made = Tiny(tmp_path)
    for name, text in FILES.items():
        made.write(name, text)
    (tmp_path / "shell/icons").mkdir()
    (tmp_path / "shell/icons/home.png").write_bytes(mask())
    return made
