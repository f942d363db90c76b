"""A folder with a good shop, block and platform, to spoil one thing of; and what `kaipu build` says then."""

from __future__ import annotations

import json
from pathlib import Path

from kaipu.cli.main import main
from kaipu.trades import load_trade

SHOP = load_trade("noodle_shop").definition.document()
DEEP = "[" * 5_000 + "]" * 5_000


def put(path: str, content: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content if isinstance(content, bytes) else content.encode())


def dumped(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1)


def put_all() -> None:
    """Into the current folder."""
    assert main(["new-block", "strip", "--out", "mine"]) == 0
    put("toys/toy/dialect.yaml", "endings: {template: .toy}\n")
    put("toys/toy/target.py", "from kaipu.platforms.target import print_project as assemble\n")
    put("toys/toy/runtime/index.js", "module.exports = {};\n")
    put("shop.json", dumped(SHOP))


def refused(capsys, *words: str, out: str = "out") -> str:
    """What is said; nothing is where nothing was."""
    before = sorted(Path().rglob("*"))
    capsys.readouterr()
    assert main(["build", *words, "--out", out]) == 2
    assert sorted(Path().rglob("*")) == before
    said = capsys.readouterr()
    assert (said.out, "Traceback" in said.err) == ("", False)
    assert said.err.strip().endswith((".", "…"))
    return said.err
