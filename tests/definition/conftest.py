"""A small definition and two toy blocks, so that these tests do not change when a real block does."""

import copy
from pathlib import Path

import pytest

from kaipu.definition import BlockRegistry

SIGN = """\
id: sign
version: 3
name: {zh: 招牌, en: Sign}
summary: {zh: 一块招牌, en: A sign}
category: basic
props:
  type: object
  required: [text]
  additionalProperties: false
  properties:
    text: {type: string, minLength: 1, maxLength: 20, x-label: {zh: 文字, en: Text}}
    size:
      type: string
      enum: [small, large]
      default: small
      x-label: {zh: 大小, en: Size}
      x-labels: {small: {zh: 小, en: Small}, large: {zh: 大, en: Large}}
    story: {$ref: rich_text, default: "", x-label: {zh: 故事, en: Story}}
    color: {$ref: color, default: "", x-label: {zh: 颜色, en: Colour}}
    weight: {type: number, minimum: 0, maximum: 9.5, x-label: {zh: 重量, en: Weight}}
    loud: {type: boolean, x-label: {zh: 响, en: Loud}}
    entries:
      type: array
      x-label: {zh: 入口, en: Entries}
      maxItems: 3
      items:
        type: object
        required: [picture]
        additionalProperties: false
        properties:
          picture: {$ref: image, x-label: {zh: 图, en: Picture}}
          link: {$ref: link, default: {kind: none}, x-label: {zh: 去哪, en: Leads to}}
          dish: {$ref: dish, default: "", x-label: {zh: 菜, en: Dish}}
          count: {type: integer, minimum: 1, maximum: 5, x-label: {zh: 个数, en: Count}}
defaults: {text: 开张大吉, size: large, entries: []}
max_per_page: 2
tappable:
  - {selector: .kp-sign__entry, label: {zh: 入口, en: Entry}}
"""
SIGN_MIGRATIONS = """\
- from: 1
  steps:
    - rename: {at: "", from: title, to: text}
    - map: {at: "", prop: size, values: {S: small, L: large}, otherwise: small}
- from: 2
  steps:
    - rename: {at: entries/*, from: img, to: picture}
    - set: {at: entries/*, prop: count, value: 1}
    - remove: {at: "", prop: shadow}
"""
DOOR = """\
id: door
version: 1
name: {zh: 门, en: Door}
summary: {zh: 一扇门, en: A door}
category: frame
props: {type: object, additionalProperties: false, properties: {}}
defaults: {}
allowed_on: [entry]
"""
DOCUMENT = {
    "schema": 1,
    "trade": "noodle_shop",
    "name": "老王面馆",
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
        {"id": "t_orders", "page": "@orders", "label": "订单", "icon": "orders"},
    ],
    "page_order": ["home", "story"],
    "pages": {
        "home": {"id": "home", "title": "老王面馆", "nodes": ["n_sign", "n_door"]},
        "story": {"id": "story", "title": "故事", "nodes": ["n_other"]},
    },
    "nodes": {
        "n_sign": {"id": "n_sign", "block": "sign", "version": 3, "hidden": False, "props": {"text": "好面"}},
        "n_door": {"id": "n_door", "block": "door", "version": 1, "props": {}},
        "n_other": {
            "id": "n_other",
            "block": "sign",
            "version": 3,
            "props": {
                "text": "老故事",
                "entries": [
                    {"picture": "picture:noodles.webp", "link": {"kind": "page", "page": "home"}, "dish": "beef"}
                ],
            },
        },
    },
}


def write_block(folder: Path, name: str, manifest: str, migrations: str = "[]\n") -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "block.yaml").write_text(manifest, encoding="utf-8")
    (folder / name / "migrations.yaml").write_text(migrations, encoding="utf-8")


@pytest.fixture
def blocks_folder(tmp_path):
    write_block(tmp_path / "blocks", "sign", SIGN, SIGN_MIGRATIONS)
    write_block(tmp_path / "blocks", "door", DOOR)
    return tmp_path / "blocks"


@pytest.fixture
def registry(blocks_folder):
    return BlockRegistry.scan(blocks_folder)


@pytest.fixture
def document():
    return copy.deepcopy(DOCUMENT)
