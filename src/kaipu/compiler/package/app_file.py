"""What app.json says the same way on all platforms that have such a file: the parts that are loaded later; and what of
it an ext.json says instead, where the package serves any shop and the platform knows such a file.
"""

from __future__ import annotations

import json
from typing import Final, cast

from kaipu.compiler.dialect import Dialect
from kaipu.compiler.package.assemble import SHOP, json_file
from kaipu.compiler.project import Files, Project
from kaipu.definition.tree import JsonObject

APP: Final = "app.json"
EXT: Final = "ext.json"
_OF_THE_SHOP: Final = ("window", "tabBar")


def finish_app(files: Files, project: Project, dialect: Dialect) -> Files:
    """The files, with app.json as the project needs it; unchanged if there is nothing to say."""
    if APP not in files or (not project.subpackages and project.ext is None):
        return files
    app = cast("JsonObject", json.loads(files[APP]))
    made: Files = {}
    if project.ext is not None and SHOP not in files:
        made[EXT] = json_file(_ext(app, project.ext, cast("JsonObject", json.loads(files.get(EXT, b"{}")))))
    if project.subpackages:
        app[dialect.subpackages] = [
            {"root": name, "pages": [page.path.removeprefix(f"{name}/") for page in pages]}
            for name, pages in project.subpackages.items()
        ]
    return {**files, APP: json_file(app, minify=project.minify), **made}


def _ext(app: JsonObject, ext: JsonObject, own: JsonObject) -> JsonObject:
    """Takes what is the shop's out of app.json. `own` is what the platform adds."""
    shops: JsonObject = {key: app.pop(key) for key in _OF_THE_SHOP if key in app}
    return {
        "extEnable": True,
        "extAppid": "",
        "directCommit": False,
        **own,
        "ext": ext,
        **(shops if ext["shop"] else {}),
    }
