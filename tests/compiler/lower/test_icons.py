"""Icons take the theme's colours and keep their shape."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from kaipu.compiler.library import HOME
from kaipu.compiler.lower.icons import paint

MASKS = sorted((HOME / "shell/icons").glob("*.png"))


@pytest.mark.parametrize("file", MASKS, ids=lambda file: file.stem)
def test_every_icon_can_be_painted(file):
    before = Image.open(file).convert("RGBA")
    painted = Image.open(io.BytesIO(paint(file.read_bytes(), "#12AB9F"))).convert("RGBA")
    assert painted.getchannel("A").tobytes() == before.getchannel("A").tobytes()
    assert {pixel[:3] for _, pixel in painted.getcolors(10_000) or [] if pixel[3]} == {(0x12, 0xAB, 0x9F)}


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_mask_is_refused(content):
    with pytest.raises(ValueError, match="an icon must be"):
        paint(content, "#000000")
