"""A release names its blocks and their versions; whether they are still there can be asked."""

import pytest

from kaipu.definition.blocks import own_blocks
from kaipu.definition.blocks.pinned import lost_blocks


@pytest.mark.parametrize(
    ("block", "version", "expected"),
    [
        ("title", 1, []),
        ("lantern", 1, [("block_unknown", "/nodes/n_one/block")]),
        ("title", 9, [("block_newer", "/nodes/n_one/version")]),
    ],
)
def test_what_is_gone_or_newer_is_told_with_its_node(block, version, expected):
    document = {"nodes": {"n_one": {"id": "n_one", "block": block, "version": version, "props": {}}}}
    assert [(one.code, one.where) for one in lost_blocks(document, own_blocks())] == expected
