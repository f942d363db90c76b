"""How a platform's text differs from the source's. Pure data, read from the platform's dialect.yaml: what is not said
there is as in the source. Knows no platform by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from pydantic import ConfigDict, TypeAdapter, ValidationError

from kaipu.definition.diagnostics import Refused
from kaipu.definition.parsing import diagnostics_of

if TYPE_CHECKING:
    from kaipu.compiler.project import Files, Project


_STRICT: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Endings:
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    template: str = ".wxml"
    style: str = ".wxss"
    module: str = ".wxs"


@dataclass(frozen=True, slots=True)
class Directives:
    """The names of the attributes that steer drawing."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    when: str = "wx:if"
    otherwise_when: str = "wx:elif"
    otherwise: str = "wx:else"
    each: str = "wx:for"
    item: str = "wx:for-item"
    index: str = "wx:for-index"
    key: str = "wx:key"
    bare: bool = False
    """Whether a condition and a list stand there without braces."""
    loop: str = ""
    """How a loop is said in one value, such as `{item},{index} in {items}`; "" if each part has an attribute."""
    tracked: str = ""
    """What follows in that one value if there is a key: `{key}` is the item itself or a property of it."""


@dataclass(frozen=True, slots=True)
class Events:
    """How a listener is spelled, by mode. `{name}` is the event as the source has it, `{Name}` with a capital."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    spelling: Mapping[str, str] = field(
        default_factory=lambda: {
            "bind": "bind:{name}",
            "catch": "catch:{name}",
            "mut-bind": "mut-bind:{name}",
            "capture-bind": "capture-bind:{name}",
            "capture-catch": "capture-catch:{name}",
        }
    )
    names: Mapping[str, str] = field(default_factory=dict)
    """Event as the source has it -> what stands for `{Name}`, where that is not just a capital."""
    unsupported: Mapping[str, str] = field(default_factory=dict)
    """Event or mode -> why."""


@dataclass(frozen=True, slots=True)
class ModuleTag:
    """How a script module is brought into a template."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    tag: str = "wxs"
    name: str = "module"
    path: str = "src"
    inline: bool = True
    """Whether its code may stand in the template; if not, it gets a file of its own."""
    undocumented: str = ""
    """Where this is from, if no page of the platform's documentation says it."""
    imports: bool = False
    """Whether modules know `import` and `export default` instead of `require` and `module.exports`."""


@dataclass(frozen=True, slots=True)
class TagRule:
    """A built-in tag of the platform, from its documentation page."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    docs: str
    attributes: frozenset[str]
    """In the platform's spelling."""
    events: frozenset[str]
    """In the source's spelling."""
    rename: Mapping[str, str] = field(default_factory=dict)
    """Attribute as the source has it -> as the platform has it."""
    drop: Mapping[str, str] = field(default_factory=dict)
    """Attribute as the source has it -> why it can be left out."""
    add: Mapping[str, str] = field(default_factory=dict)
    """Attribute -> value printed when the source does not set it, so that both platforms draw the same."""
    both_ways: frozenset[str] = frozenset()
    """Attributes, in the platform's spelling, that follow a change of their value only if they are bound both ways."""


@dataclass(frozen=True, slots=True, eq=False)
class Dialect:
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    endings: Endings = field(default_factory=Endings)
    directives: Directives = field(default_factory=Directives)
    events: Events = field(default_factory=Events)
    module: ModuleTag = field(default_factory=ModuleTag)
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Attributes of any tag that are spelled otherwise."""
    drop: Mapping[str, str] = field(default_factory=dict)
    """Attribute, as the source has it, that built-in tags may lack -> why it is left out then; `aria-*` means all of a
    prefix.
    """
    everywhere: frozenset[str] = frozenset()
    """Attributes that every tag may have, in the platform's spelling; `aria-*` allows all of a prefix."""
    tags: Mapping[str, TagRule] = field(default_factory=dict)
    """Empty if the platform takes whatever the source may use."""
    gestures: frozenset[str] = frozenset({"tap", "longpress", "touchstart", "touchmove", "touchend", "touchcancel"})
    """Events that every tag sends, in the source's spelling."""
    bare_attributes: bool = True
    """Whether an attribute's name alone means true."""
    both_ways: tuple[str, str] = ("", "")
    """What stands around a value that is bound both ways; empty if nothing says that."""
    data: tuple[str, str] = ("{{", "}}")
    """What stands around the entries of a template's data."""
    unsupported: Mapping[str, str] = field(default_factory=dict)
    """Feature (`model`, `mark`, `loop_over_text`, `handler_by_data`) -> why."""
    bundled: bool = False
    """Whether scripts, styles and templates were bundled for all shops when Kaipu was built; a package only adds the
    release.
    """
    placeholder: str = ""
    """Configuration key that names a stand-in for components whose scripts a page can start without; "" if none."""
    placeholder_across: bool = True
    """Whether such a component may lie in a subpackage that the page does not lie in."""
    subpackages: str = ""
    """Key of app.json that lists the parts of a package which a phone loads later; "" if there are none."""
    main_package_kb: int = 0
    """The most the main package may weigh; 0 if that is not known."""
    archive: bool = False
    """Whether what is uploaded is one zip file."""
    window: Mapping[str, str] = field(default_factory=dict)
    """Page configuration key as the source has it -> as the platform has it."""


@dataclass(frozen=True, slots=True, eq=False)
class Platform:
    name: str
    """Of its folder."""
    folder: Path
    dialect: Dialect
    assemble: Callable[[Project, Platform], Files]
    """All files of the package but the manifest."""
    family: Path
    """What run times share and require as `kaipu/family/...`."""

    @property
    def runtime(self) -> Path:
        return self.folder / "runtime"

    @property
    def dist(self) -> Path:
        return self.folder / "dist"


def dialect_from(value: object) -> Dialect:
    """What a dialect.yaml says; Refused at pointers into it if it says what no dialect can."""
    try:
        return _adapter().validate_python(value)
    except ValidationError as problem:
        raise Refused(diagnostics_of(problem)) from problem


@cache
def _adapter() -> TypeAdapter[Dialect]:
    """Made once: that takes longer than reading a dialect."""
    return TypeAdapter(Dialect)
