"""What lint knows of a platform: its dialect, and the `rules.yaml` beside it. A platform without that file is checked
by its dialect alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import ClassVar, Final

from pydantic import ConfigDict, TypeAdapter

from kaipu.compiler.dialect import Dialect, Platform
from kaipu.definition.tree import JsonObject, load_yaml
from kaipu.platforms.loader import PLATFORMS, installed_platforms, load_platform

_STRICT: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Limits:
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    main_kb: int = 0
    subpackage_kb: int = 0
    all_kb: int = 0
    """0: not known."""


@dataclass(frozen=True, slots=True)
class TabRules:
    """How the tab bar is written in app.json."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    entries: str = "list"
    text: str = "text"
    icons: tuple[str, ...] = ("iconPath", "selectedIconPath")
    least: int = 2
    most: int = 5
    icon_kb: int = 40
    colors: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folder: str = ""
    """Of a tab bar that the mini-program draws by itself."""


@dataclass(frozen=True, slots=True)
class WindowRules:
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    colors: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    themed: frozenset[str] = frozenset()
    """Settings that may name a variable of the theme."""


@dataclass(frozen=True, slots=True)
class StyleRules:
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    local_files: bool = True
    universal: bool = True


@dataclass(frozen=True, slots=True)
class PrivacyRules:
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    declared_in: str = ""
    declared: frozenset[str] = frozenset()
    permission: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: tuple[frozenset[str], ...] = ()
    """The first set and the second cannot be declared together."""
    guard: str = ""
    guarded: frozenset[str] = frozenset()
    open_types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One rules.yaml."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", populate_by_name=True)
    name: str = ""
    projects: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    tabs: TabRules = field(default_factory=TabRules)
    window: WindowRules = field(default_factory=WindowRules)
    app_keys: frozenset[str] = frozenset()
    module: str = ""
    """`es5` if script modules of templates know nothing newer."""
    style: StyleRules = field(default_factory=StyleRules)
    privacy: PrivacyRules = field(default_factory=PrivacyRules)
    sends_everywhere: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    """Of built-in tags, besides those of the dialect."""
    children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Built-in tag -> the only ones that may stand directly inside."""
    any_expression: bool = False
    """Whether templates compute with more than paths and operators: functions, `typeof`, objects in any attribute."""
    bare_values: bool = False
    """Whether an attribute's value needs no quotes around its braces."""
    one_slot: bool = False
    """Whether a component has one slot unless it asks for more."""
    everywhere: frozenset[str] = frozenset()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """`button type` -> the words it takes."""
    tags: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    families: tuple[str, ...] = ()
    """What the names of further built-in tags begin with."""


@dataclass(frozen=True, eq=False)
class Rules:
    platform: str
    home: Path
    dialect: Dialect
    more: Knowledge
    globe: str
    """The global object that holds the platform's functions; "" if not known."""
    api: frozenset[str]
    """Its members; empty if not known."""
    foreign_prefixes: tuple[str, ...]
    foreign_globals: frozenset[str]

    @cached_property
    def schemas(self) -> Mapping[str, JsonObject]:
        """`app`, `page`, `project`, `sitemap`, `theme`, `ext` -> the schema of such a file; empty if none is known."""
        path = self.home / "schemas.json"
        said = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return {kind: schema for kind, schema in said.items() if isinstance(schema, dict)}

    @property
    def prefix(self) -> str:
        """What the names of directives begin with, such as `wx:`."""
        return self.dialect.directives.when.removesuffix("if")


@cache
def all_rules(folders: tuple[Path, ...] = ()) -> tuple[Rules, ...]:
    """Of every platform whose packages are written as files of their own: Kaipu's, those of installed packages, those
    in the folders. Refused as by `installed_platforms`.
    """
    platforms = (load_platform(name, folder) for name, folder in installed_platforms(*folders).items())
    return tuple(_rules(platform) for platform in platforms if not platform.dialect.bundled)


@cache
def _knowledge() -> TypeAdapter[Knowledge]:
    return TypeAdapter(Knowledge)


def _rules(platform: Platform) -> Rules:
    name, dialect = platform.name, platform.dialect
    said = _yaml(platform.folder / "rules.yaml")
    globe = str(said.pop("global", ""))
    more = _knowledge().validate_python({**said, "name": name})
    foreign = load_yaml(PLATFORMS / "foreign.yaml")
    assert isinstance(foreign, dict)  # noqa: S101 - our own file
    own = {globe}
    prefix = dialect.directives.when.removesuffix("if")
    return Rules(
        name,
        platform.folder,
        dialect,
        more,
        globe,
        _api(platform.folder / "api.txt"),
        tuple(one for one in _strings(foreign["prefixes"]) if one != prefix),
        frozenset(_strings(foreign["globals"])) - own,
    )


def _strings(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _yaml(path: Path) -> JsonObject:
    value = load_yaml(path) if path.is_file() else {}
    return dict(value) if isinstance(value, dict) else {}


def _api(path: Path) -> frozenset[str]:
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
