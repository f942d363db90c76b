"""What a block says of itself in its `block.yaml`. A manifest that loads is complete: both languages, a schema within
the subset, defaults that fit it, and a way up from every older version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field, JsonValue, StringConstraints

from kaipu.definition.blocks.defaults import check_defaults, filled
from kaipu.definition.blocks.labels import check_labels
from kaipu.definition.blocks.migration import Migration, read_migrations
from kaipu.definition.blocks.renamed_props import check_migrated
from kaipu.definition.blocks.schema import check_value
from kaipu.definition.blocks.subset import check_schema
from kaipu.definition.diagnostics import Diagnostic, Language, Position, Refused
from kaipu.definition.document import Id, Part
from kaipu.definition.parsing import parse_model
from kaipu.definition.texts import error
from kaipu.definition.tree import JsonObject, load_yaml, yaml_place

Read = TypeVar("Read")
Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]
PageKind = Literal["any", "entry", "tab", "page"]
"""The first page of all; a page in the tab bar; one that is opened from elsewhere."""
RETIRED: Final = frozenset({"icon", "needs"})
"""What older manifests say and nothing reads."""


class Bilingual(Part):
    zh: Text
    en: Text

    def text(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Tappable(Part):
    """Something in the block that can be tapped, and the name a screen reader gives it."""

    selector: Text
    label: Bilingual


class BlockManifest(Part):
    id: Id
    version: Annotated[int, Field(ge=1, le=9999)]
    name: Bilingual
    summary: Bilingual
    category: Literal["frame", "basic", "media", "navigation", "goods", "marketing", "user", "place"]
    props: dict[str, JsonValue]
    defaults: dict[str, JsonValue]
    allowed_on: Annotated[list[PageKind], Field(min_length=1)] = Field(default_factory=lambda: list[PageKind](["any"]))
    max_per_page: Annotated[int, Field(ge=1, le=100)] = 20
    privacy: list[Id] = Field(default_factory=list)
    licences: list[Id] = Field(default_factory=list)
    tappable: list[Tappable] = Field(default_factory=list)

    folder: Path = Field(default=Path(), exclude=True)
    migrations: tuple[Migration, ...] = Field(default=(), exclude=True)

    @classmethod
    def read(cls, folder: Path) -> BlockManifest:
        """The manifest of the block in that folder; Refused, with everything wrong with it and where it stands."""
        file = folder / "block.yaml"
        steps = folder / "migrations.yaml"
        manifest = _located(file, lambda: parse_model(cls, _only_public(load_yaml(file), file)))
        migrations = _located(steps, lambda: read_migrations(folder), "/migrations")
        complete = manifest.model_copy(update={"folder": folder, "migrations": migrations})
        outside = list(check_schema(complete.props, "/props"))
        stray = () if outside else check_migrated(migrations, complete.props, "/migrations")
        problems = [
            *(_placed(problem, file) for problem in complete._problems(outside)),
            *(_placed(problem, steps, "/migrations") for problem in stray),
        ]
        if problems:
            raise Refused(problems)
        return complete

    def merged(self, props: JsonObject) -> JsonObject:
        """The props a view is given: what the node says, over the block's defaults."""
        return filled(props, self.defaults, self.props)

    def _problems(self, outside: list[Diagnostic]) -> Iterator[Diagnostic]:
        """`outside`: what of the props' schema is not of the subset."""
        if self.id != self.folder.name:
            yield error("block_misnamed", "/id", block=self.id, folder=self.folder.name)
        yield from outside
        if not outside:
            yield from check_labels(self.props, "/props")
            yield from check_defaults(self.props, "/props")
            yield from check_value(self.defaults, self.props, "/defaults")
        covered = [migration.from_version for migration in self.migrations]
        if covered != list(range(1, self.version)):
            yield error("migrations_incomplete", "/version", block=self.id, version=self.version)


def _located(file: Path, read: Callable[[], Read], top: str = "") -> Read:
    """What is read, or Refused with places in the file for pointers into its value. `top` is what the whole file is
    read under.
    """
    try:
        return read()
    except Refused as refused:
        raise Refused([_placed(problem, file, top) for problem in refused.diagnostics]) from refused


def _placed(problem: Diagnostic, file: Path, top: str = "") -> Diagnostic:
    if isinstance(problem.where, Position):
        return problem
    return replace(problem, where=yaml_place(file, problem.where.removeprefix(top)))


def _only_public(value: JsonValue, file: Path) -> JsonObject:
    """`folder` and `migrations` are ours to fill in, not the file's."""
    if not isinstance(value, dict):
        raise Refused([error("expected_object", Position(str(file), 1, 1), field=file.name)])
    hidden = {"folder", "migrations"} & value.keys()
    if hidden:
        raise Refused([error("field_unknown", f"/{name}", field=name) for name in sorted(hidden)])
    return {name: said for name, said in value.items() if name not in RETIRED}
