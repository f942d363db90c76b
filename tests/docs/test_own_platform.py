"""docs/how-to/own-platform.md: the files it lists, saved and built as it says, are a package that starts."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from .listings import read_page, type_it

PAGE = read_page("docs/how-to/own-platform.md")
FILE = re.compile(r"^`platforms/(\S+)`:.*?^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PHONE = """
const made = { App: 0, Page: 0 };
for (const name of Object.keys(made)) globalThis[name] = () => made[name]++;
const known = { getSystemInfoSync: () => ({ language: 'zh' }), getStorageSync: () => '' };
globalThis.toy = new Proxy(known, { get: (own, name) => own[name] || (() => undefined) });
for (const script of ['app', ...require('./app.json').pages]) require('./' + script);
console.log(JSON.stringify(made));
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toy")
    for name, text in FILE.findall(PAGE):
        file = folder / "platforms" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    type_it(PAGE, {"--platforms platforms": f"--platforms {folder}/platforms", "build/toy": folder / "out"})
    return folder / "out/toy"


def test_the_three_files_are_all_that_is_needed():
    assert [name for name, _ in FILE.findall(PAGE)] == ["toy/dialect.yaml", "toy/target.py", "toy/runtime/index.js"]


def test_it_is_built_in_its_own_dialect(package: Path):
    page = (package / "pages/home/home.toyml").read_text("utf-8")
    assert 'toy:for="{{nodes}}" toy:key="id"' in page
    assert "wx:" not in page
    assert 'bindtap="' in (package / "blocks/banner/banner.toyml").read_text("utf-8")


def test_it_starts(package: Path):
    """Every page's script runs, beside an object of the API's name."""
    done = subprocess.run(["node", "-e", PHONE], cwd=package, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = json.loads((package / "app.json").read_text("utf-8"))["pages"]
    assert json.loads(done.stdout) == {"App": 1, "Page": len(pages)}
