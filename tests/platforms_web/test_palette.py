"""The first paint's colours are those that the shell works out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kaipu.platforms.web.palette import palette

CODE = """
const { readFile } = await import('node:fs/promises');
const module = { exports: {} };
new Function('exports', await readFile('src/kaipu/shell/theme.js', 'utf8'))(module.exports);
output = input.map((theme) => module.exports.style(theme));
"""
COLOR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
THEME = st.fixed_dictionaries(
    dict.fromkeys(("primary", "accent", "background", "surface", "text"), COLOR) | {"radius_px": st.integers(0, 40)}
)


@settings(max_examples=5, deadline=None)
@given(themes=st.lists(THEME, min_size=40, max_size=40))
def test_both_reckon_alike(run_node, themes):
    for theme, style in zip(themes, run_node(CODE, themes), strict=True):
        shell = dict(part.split(":") for part in style.split(";"))
        ours = palette(theme)
        assert ours.pop("--kp-radius") == f"calc(var(--rpx) * {theme['radius_px'] * 2})"
        assert ours == {name: shell[name] for name in ours}
