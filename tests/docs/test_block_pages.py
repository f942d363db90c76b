"""What the documents say of props is what the definition and the studio know; what CONTRIBUTING says of a block can be
typed as it stands. The script in own-block.md is run by tests/e2e/test_custom_block.py.
"""

import re
from pathlib import Path

import pytest

from kaipu.definition.blocks.named_types import NAMED_TYPES
from kaipu.definition.blocks.subset import TYPES

from .listings import ROOT, read_page, type_it

TABLE = read_page("src/kaipu/blocks/README.md").partition("**The props.**")[2]
TEMPLATE = (
    read_page("src/kaipu/cli/templates/new_block/block.yaml").partition("JSON Schema.")[2].partition("\nprops:")[0]
)
STUDIO = (ROOT / "studio/src/inspector/prop-schema.ts").read_text("utf-8")


def test_every_named_type_is_explained():
    assert set(re.findall(r"`\$ref: (\w+)`", TABLE)) == set(NAMED_TYPES)
    (fields,) = re.findall(r"REFERENCES[^=]*= \{([^}]*)\}", STUDIO)
    assert set(re.findall(r"(\w+):", fields)) == set(NAMED_TYPES)


@pytest.mark.parametrize("said", [TABLE, TEMPLATE], ids=["README", "template"])
def test_every_kind_of_prop_is_named(said: str):
    assert [name for name in (*NAMED_TYPES, *TYPES, "enum") if not re.search(rf"\b{name}\b", said)] == []


def test_the_studio_reads_of_widgets_what_is_said():
    assert set(re.findall(r"\['x-widget'\] === '(\w+)'", STUDIO)) == {"textarea"}
    assert "(schema.maxLength ?? 0) > 60 ?" in STUDIO
    for said in (TABLE, TEMPLATE):
        assert re.findall(r"x-widget: (\w+)", said) == ["textarea"] * said.count("x-widget")
        assert " 60" in said


def test_a_block_is_made_as_contributing_says(tmp_path: Path):
    places = {"--out mine": f"--out {tmp_path}/mine", "--blocks mine": f"--blocks {tmp_path}/mine"}
    places |= {"lint mine": f"lint {tmp_path}/mine", "build/look": tmp_path / "look"}
    type_it(read_page("CONTRIBUTING.md"), places)
    assert (tmp_path / "mine/coupon_strip/block.yaml").is_file()
    assert "kp-coupon-strip" in (tmp_path / "look/wechat/blocks/coupon_strip/coupon_strip.wxml").read_text("utf-8")
    assert (tmp_path / "look/web/index.html").is_file()
