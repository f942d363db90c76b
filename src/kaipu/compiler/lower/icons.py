"""Tab icons: the shell's masks, painted in the theme's colours."""

from __future__ import annotations

import io
from functools import lru_cache


@lru_cache(maxsize=256)
def paint(mask: bytes, color: str) -> bytes:
    """The PNG with every pixel in `color` (#RRGGBB) and its opacity kept."""
    from PIL import Image  # takes long to import, and not every build has tabs

    with Image.open(io.BytesIO(mask)) as image:
        opacity = image.convert("RGBA").getchannel("A")
    painted = Image.new("RGBA", opacity.size, color)
    painted.putalpha(opacity)
    written = io.BytesIO()
    painted.save(written, "PNG", optimize=True)
    return written.getvalue()
