"""The variables that a style may take are those that a theme gives."""

import re
import shutil
import subprocess
from pathlib import Path

from kaipu.compiler.analyze.vocabulary import THEME

SHELL = Path(__file__).parents[3] / "src/kaipu/shell"
RUN = """
const exports = {};
new Function('exports', require('fs').readFileSync(process.argv[1], 'utf8'))(exports);
const color = '#112233';
const theme = { primary: color, accent: color, background: color, surface: color, text: color, radius_px: 1 };
console.log(exports.style(theme));
"""


def test_what_a_theme_gives():
    node = shutil.which("node") or "node"
    said = subprocess.run([node, "-e", RUN, SHELL / "theme.js"], capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"--kp-([\w-]+):", said)) == THEME
