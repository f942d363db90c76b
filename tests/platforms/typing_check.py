"""Looks through a package's scripts for names and calls that the platform's published typings do not have."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from kaipu.compiler.analyze.vocabulary import GLOBALS

ROOT = Path(__file__).parents[2]
# Cannot find name; property does not exist, on one of the platform's own types.
_FOUND = re.compile(
    r"^(?P<place>.*\(\d+,\d+\)): error (?:TS2304|TS2552|TS2584|TS2592|TS2339|TS2551): (?P<text>.*)$", re.MULTILINE
)
_OWN_TYPE = re.compile(r"^Property .* on type '(?!Wx|typeof my|typeof import)")


def undeclared_names(package: Path, typings: str) -> list[str]:
    """Each with its file and place. The types of Kaipu's own values are checked in the sources, not here."""
    options = {
        "allowJs": True,
        "checkJs": True,
        "noEmit": True,
        "skipLibCheck": True,
        "strict": False,
        "target": "ES2018",
        "lib": ["ES2018"],
        "module": "CommonJS",
        "moduleDetection": "force",
        "typeRoots": [str(ROOT / "node_modules")],
        "types": [typings],
    }
    (package / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["**/*.js"]}))
    try:
        done = subprocess.run(
            ["npx", "tsc", "-p", str(package), "--pretty", "false"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        (package / "tsconfig.json").unlink()
    found = [(match["place"], match["text"]) for match in _FOUND.finditer(done.stdout)]
    return [f"{_short(place, package)}: {text}" for place, text in found if not _is_ours(text)]


def _is_ours(text: str) -> bool:
    """About a type of Kaipu's, or a global that every platform documents though its typings leave it out."""
    name = re.match(r"Cannot find name '(\w+)'", text)
    return bool(_OWN_TYPE.match(text)) or (name is not None and name[1] in GLOBALS)


def _short(place: str, package: Path) -> str:
    file, _, rest = place.rpartition("(")
    return f"{(ROOT / file).resolve().relative_to(package.resolve())}({rest}"
