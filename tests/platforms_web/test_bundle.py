"""What the bundler makes: the same bytes each time, and nothing that a strict policy would have to allow."""

import json
import shutil
import subprocess

import pytest


@pytest.fixture
def make(run_node, tmp_path):
    """Bundles an app folder in process; answers the files, or the sentence it was refused with."""
    code = """
    const { bundleApp } = await import('./tools/bundle/bundle-app.mjs');
    output = await bundleApp(input).catch((problem) => ({ refused: problem.message }));
    """

    def make(change=lambda folder: None):
        folder = tmp_path / "app"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(__file__.replace("test_bundle.py", "tiny"), folder)
        change(folder)
        return run_node(code, str(folder))

    return make


def test_the_same_app_gives_the_same_bytes(make):
    assert make() == make()


def test_no_text_is_ever_run_as_code(bundle):
    for name in (bundle.script, bundle.rest):
        text = (bundle.folder / name).read_text("utf-8")
        assert "new Function" not in text
        assert "eval(" not in text
        assert "innerHTML" not in text


def test_only_the_first_page_and_its_blocks_are_in_the_first_script(bundle):
    first = (bundle.folder / bundle.script).read_text("utf-8")
    rest = (bundle.folder / bundle.rest).read_text("utf-8")
    assert "kp-hello__count" in first
    assert "dish__code" not in first
    assert "dish__code" in rest


def test_a_broken_template_stops_the_build_with_its_place(make):
    answer = make(lambda app: (app / "pages/dish/dish.wxml").write_text("<view>\n  <text>{{ 1 + }}</text></view>"))
    assert answer["refused"].startswith("pages/dish/dish.wxml:2:")


def test_a_broken_style_sheet_stops_the_build(make):
    answer = make(lambda app: (app / "pages/dish/dish.wxss").write_text(".dish { color: red"))
    assert "missing }" in answer["refused"]


def test_the_manifest_names_what_was_written(bundle):
    manifest = json.loads((bundle.folder / "manifest.json").read_text("utf-8"))
    written = {file.name for file in bundle.folder.iterdir()}
    assert {manifest["script"], manifest["rest"], manifest["style"], "first-paint.css", "icons.json"} < written
    assert manifest["blocks"] == ["hello"]


def test_the_run_time_is_what_the_shell_asks_of_a_platform():
    command = ["node_modules/.bin/tsc", "-p", "src/kaipu/platforms/web"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout
