"""The shell's own tests run under Node, and its types hold against the platform interface."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NODE = shutil.which("node") or "node"


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name.removesuffix(".test.mjs"))
def test_the_shell_does(file):
    answer = run(NODE, "--test", file)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_types_of_shell_and_blocks_hold():
    answer = run(NODE, ROOT / "node_modules/typescript/bin/tsc", "-p", ROOT / "src/kaipu/shell/tsconfig.json")
    assert answer.returncode == 0, answer.stdout


def test_the_types_would_not_hold_with_a_mistake_in_a_block(tmp_path):
    """Guards the guard: a misspelt member of the view, an unknown word, and a platform's own name are all found."""
    script = tmp_path / "script.js"
    script.write_text(
        "const { block } = require('kaipu/block');\n"
        "block({\n"
        "  words: { zh: { more: '更多' }, en: { more: 'More' } },\n"
        "  derive: () => ({ text: '' }),\n"
        "  methods: { tap() { return [this.data.view.txet, this.data.words.moer, somePlatform.request()]; } },\n"
        "});\n"
    )
    shell = ROOT / "src/kaipu/shell"
    config = tmp_path / "tsconfig.json"
    config.write_text(
        f'{{"extends": "{shell}/tsconfig.json", "compilerOptions": {{"baseUrl": "{shell}"}},'
        f' "include": ["{shell}/*.js", "{shell}/*.d.ts", "script.js"]}}'
    )
    answer = run(NODE, ROOT / "node_modules/typescript/bin/tsc", "-p", config)
    assert "'txet' does not exist" in answer.stdout
    assert "'moer' does not exist" in answer.stdout
    assert "'somePlatform'" in answer.stdout
