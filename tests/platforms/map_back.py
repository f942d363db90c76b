"""A platform's templates, read strictly by its dialect's tables and without the compiler's own printer, and turned back
into WXML, so that a vendor's compiler that does run reads the expressions and the nesting.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Set
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kaipu.compiler.dialect import Dialect
from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.tags import CloseTag, OpenTag, RawAttribute, split

WCC = Path(__file__).parents[2] / "node_modules/miniprogram-compiler/bin/linux/wcc"
_SOURCE = Dialect()
_DIRECTIVES = ("when", "otherwise_when", "otherwise", "each", "item", "index", "key")
_MODES = ("bind", "catch", "mut-bind", "capture-bind", "capture-catch")
_DATA = re.compile(r"data-[a-z][a-z0-9-]*")
_OTHERS = re.compile(r"(?:wx|a|tt|s|qq|ks|jd|xhs)(?::|-(?:if|elif|else|for))|bind:|on[A-Z]")
"""How attributes of other dialects begin."""
_STRUCTURE: Mapping[str, frozenset[str]] = {
    "block": frozenset(),
    "slot": frozenset({"name"}),
    "template": frozenset({"name", "is", "data"}),
    "import": frozenset({"src"}),
    "include": frozenset({"src"}),
}
"""Tags that draw nothing themselves, on every platform."""


@dataclass
class Reading:
    """Of one template. `wxml` is the same tree in WXML; `problems` is what does not nest, and every tag, attribute or
    event that is in no table of the dialect.
    """

    text: str
    dialect: Dialect
    custom: frozenset[str]
    problems: list[str] = field(default_factory=list)
    _changes: list[tuple[int, int, str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        report = Report(SourceText(self.text, "template"))
        for part in split(report):
            if isinstance(part, OpenTag):
                self._enter(part)
            elif isinstance(part, CloseTag):
                self._leave(part)
        self.problems += [f"<{name}> is not closed" for name in self._open]
        self.problems += [one.code for one in report.diagnostics]

    @property
    def wxml(self) -> str:
        text = self.text
        for start, end, new in sorted(self._changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _enter(self, tag: OpenTag) -> None:
        if tag.name not in {*self.dialect.tags, *self.custom, *_STRUCTURE, self.dialect.module.tag}:
            self.problems.append(f"<{tag.name}> is in no table")
        names = Names(self.dialect, tag.name, tag.name in self.custom)
        for attribute in tag.attributes:
            self._attribute(tag, attribute, names)
        self._rename_module(tag.name, tag.at + 1)
        if not tag.closed:
            self._open.append(tag.name)

    def _leave(self, tag: CloseTag) -> None:
        if not self._open or self._open.pop() != tag.name:
            self.problems.append(f"</{tag.name}> closes nothing")
        self._rename_module(tag.name, tag.at + 2)

    def _rename_module(self, name: str, at: int) -> None:
        if name == self.dialect.module.tag:
            self._changes.append((at, at + len(name), _SOURCE.module.tag))

    def _attribute(self, tag: OpenTag, attribute: RawAttribute, names: Names) -> None:
        found = names.in_source(attribute.name)
        if found is None:
            self.problems.append(f"<{tag.name} {attribute.name}> is in no table")
            return
        if attribute.start < 0 and not self.dialect.bare_attributes and found != _SOURCE.directives.otherwise:
            self.problems.append(f"<{tag.name} {attribute.name}> has no value")
        self._changes.append((attribute.at, attribute.at + len(attribute.name), found))
        ending = names.ending(found)
        if ending and attribute.start >= 0 and self.text[: attribute.stop].endswith(ending[0]):
            self._changes.append((attribute.stop - len(ending[0]), attribute.stop, ending[1]))


@dataclass
class Names:
    """What the attributes of one tag are called in WXML."""

    dialect: Dialect
    tag: str
    custom: bool
    _steering: dict[str, str] = field(default_factory=dict)
    _renamed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rule, module = self.dialect.tags.get(self.tag), self.dialect.module
        words, source = asdict(self.dialect.directives), asdict(_SOURCE.directives)
        self._steering |= {words[word]: source[word] for word in _DIRECTIVES}
        self._steering |= {name: name for name in _STRUCTURE.get(self.tag, ())}
        if self.tag == module.tag:
            self._steering |= {module.name: "module", module.path: "src"}
        if rule or self.custom:
            self._steering |= dict(_listeners(self.dialect, (rule.events if rule else set()) | self.dialect.gestures))
        self._renamed |= {new: old for old, new in self.dialect.attributes.items()}
        self._renamed |= {new: old for old, new in (rule.rename if rule else {}).items()}

    def in_source(self, name: str) -> str | None:
        """None if the tag has no such attribute."""
        if name in self._steering or _DATA.fullmatch(name):
            return self._steering.get(name, name)
        known = not _OTHERS.match(name) if self.custom else self._has(name)
        return self._renamed.get(name, name) if known else None

    def _has(self, name: str) -> bool:
        rule, everywhere = self.dialect.tags.get(self.tag), self.dialect.everywhere
        shared = name in everywhere or f"{name.partition('-')[0]}-*" in everywhere
        return rule is not None and (shared or name in rule.attributes)

    def ending(self, name: str) -> tuple[str, str] | None:
        """Of the file that the attribute names: here, and in the source."""
        mine = self.dialect.endings
        if self.tag == self.dialect.module.tag and name == "src":
            return mine.module, _SOURCE.endings.module
        return (mine.template, _SOURCE.endings.template) if self.tag in {"import", "include"} else None


def _listeners(dialect: Dialect, events: Set[str]) -> Iterator[tuple[str, str]]:
    """The dialect's spelling of every listener it has -> the source's."""
    for mode in _MODES:
        for event in sorted(events):
            if mode not in dialect.events.unsupported and event not in dialect.events.unsupported:
                capital = dialect.events.names.get(event) or event.title().replace("-", "")
                spelling = dialect.events.spelling.get(mode, mode + ":{name}")
                yield spelling.format(name=event, Name=capital), f"{mode}:{event}"


def read_package(package: Path, dialect: Dialect) -> dict[str, Reading]:
    """Each template's place -> its reading; the tags a unit declares are its own."""
    readings: dict[str, Reading] = {}
    for file in sorted(package.rglob(f"*{dialect.endings.template}")):
        custom = frozenset(json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))["usingComponents"])
        text = file.read_text(encoding="utf-8")
        readings[str(file.relative_to(package))] = Reading(text, dialect, custom)
    return readings


def compile_back(readings: Mapping[str, Reading], folder: Path) -> subprocess.CompletedProcess[str]:
    """WeChat's own compiler on what was turned back. `folder` is empty before."""
    compiler = Path(shutil.copy(WCC, folder / "wcc"))
    compiler.chmod(0o755)
    names = []
    for name, reading in readings.items():
        file = (folder / name).with_suffix(_SOURCE.endings.template)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(reading.wxml, encoding="utf-8")
        names.append(str(file.relative_to(folder)))
    return subprocess.run([compiler, *names], cwd=folder, capture_output=True, text=True, check=False)
