"""The inputs: tiny files whose first line says in words what must hold of the rest; and folders, each a unit of several
files, whose view.wxml says it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final, cast

from kaipu.compiler.dialect import Platform
from kaipu.compiler.library import Library
from kaipu.compiler.lower.project import lower_all
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.style import parse_style
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Document
from kaipu.compiler.printing.template import print_template
from kaipu.compiler.project import Module, Project, Theme, Unit
from kaipu.definition.tree import JsonObject
from kaipu.platforms.target import print_project

INPUTS: Final = Path(__file__).parent / "inputs"
KINDS: Final = {
    ".wxml": "templates",
    ".wxss": "styles",
    ".js": "scripts",
    ".json": "configuration",
    "": "units",
}
USES: Final = {"kp-part": "parts/part/part"}
"""What templates may use besides the built-in tags."""
_PAGE: Final = "pages/case/case"
_SIGNS: Final = {".wxml": ("<!-- ", " -->"), ".wxss": ("/* ", " */"), ".js": ("// ", ""), ".json": ("// ", "")}


@dataclass(frozen=True)
class Case:
    file: Path

    @property
    def kind(self) -> str:
        """The folder that its texts are in, below a platform's cases/."""
        return KINDS[self.file.suffix]

    @property
    def view(self) -> Path:
        """The file that says what must hold."""
        return self.file / "view.wxml" if self.kind == "units" else self.file

    @cached_property
    def text(self) -> str:
        return self.view.read_text(encoding="utf-8")

    @property
    def sentence(self) -> str:
        """What must hold; empty if the first line is no comment."""
        opening, closing = _SIGNS[self.view.suffix]
        first = self.text.partition("\n")[0]
        return first.removeprefix(opening).removesuffix(closing) if first.startswith(opening) else ""

    @property
    def source(self) -> SourceText:
        """Without the comment where the language has none."""
        text = self.text.partition("\n")[2] if self.file.suffix == ".json" else self.text
        return SourceText(text, self.file.name)

    def golden(self, platform: Platform) -> Path:
        return platform.folder / "cases" / self.kind / f"{self.file.stem}.txt"

    def printed(self, platform: Platform, *, minify: bool = False) -> str:
        """The platform's text, or what it says against it, a line each."""
        if self.kind == "templates":
            text, missing = print_template(self.document(), platform.dialect, USES, compact=minify)
            return "".join(f"{problem.line('en')}\n" for problem in missing) or text
        if self.kind == "units":
            return "".join(f"=== {name}\n{text}" for name, text in self.files(platform, minify=minify).items())
        files = platform.assemble(self._project(minify=minify), platform)
        endings = {"styles": platform.dialect.endings.style, "scripts": ".js", "configuration": ".json"}
        return files[_PAGE + endings[self.kind]].decode()

    def files(self, platform: Platform, *, minify: bool = False) -> dict[str, str]:
        """The platform's templates and script modules of a unit, by their places beside it."""
        project, home = self.lowered(), f"blocks/{self.file.name}/"
        unit = next(unit for unit in project.units if unit.path.startswith(home))
        files = print_project(replace(project, units=(unit,), minify=minify), platform)
        endings = platform.dialect.endings
        return {
            name.removeprefix(home): content.decode()
            for name, content in sorted(files.items())
            if name.startswith(home) and name.endswith((endings.template, endings.module))
        }

    def lowered(self) -> Project:
        return lower_all(Library({self.file.name: self.file}), {self.file.name: 1})

    def document(self) -> Document:
        document, problems = parse_template(self.source)
        assert not problems, problems
        return document

    def _project(self, *, minify: bool) -> Project:
        """An app with one page, whose style, script or configuration this is."""
        empty = SourceText("", "")
        style, style_problems = parse_style(self.source if self.kind == "styles" else empty)
        script, script_problems = parse_script(self.source if self.kind == "scripts" else empty)
        assert not style_problems + script_problems, style_problems + script_problems
        config = self._config()
        uses = cast("dict[str, str]", config.pop("usingComponents", {}))
        places = {one.path: _place(one.path) for one in script.requires}
        module = Module(f"{_PAGE}.js", script, places, self.file.name)
        template, _ = parse_template(empty)
        unit = Unit(_PAGE, "page", template, style, module, config, uses, frozenset(), f"{self.file}{minify}")
        theme = Theme("#B3261E", "#E8A33D", "#FFF8F0", "#FFFFFF", "#2B1B12", 12)
        return Project(None, "面馆", theme, parse_style(empty)[0], (unit,), (), (), {}, {}, minify)

    def _config(self) -> JsonObject:
        return cast("JsonObject", json.loads(self.source.text)) if self.kind == "configuration" else {}


def _place(required: str) -> str:
    return f"{required}.js" if required.startswith("kaipu/") else f"pages/case/{required.removeprefix('./')}.js"


CASES: Final = tuple(Case(file) for file in sorted(INPUTS.iterdir()))
