"""What a platform's folder must hold; platforms import these names from here.

- `dialect.yaml`: how the platform's templates, styles and configuration differ from the source's (see
  `kaipu.compiler.dialect`).
- `target.py`: exports `assemble(project, platform) -> Files`, all files of the package but the manifest. Most
  platforms start from `print_project`, which prints templates, styles, scripts and `release.js`, and add their own
  configuration files to it; those that took over WeChat's API start from `app_json.print_app`, which has app.json too.
- `runtime/index.js`: the module `kaipu/platform`, exactly as `shell/platform.d.ts` states it. CommonJS, ES2018. From
  anywhere it may require `kaipu/family/...`, what platforms share.
- `dist/`: built by `make bundles`, not in git (minified modules; the web's bundle).
"""

from kaipu.compiler.dialect import Dialect, Platform, TagRule
from kaipu.compiler.package.assemble import json_file, plain_config, print_project, release_script
from kaipu.compiler.project import BuildSource, Files, Module, Project, Tab, Theme, Unit
from kaipu.definition.tree import JsonObject

__all__ = [
    "BuildSource",
    "Dialect",
    "Files",
    "JsonObject",
    "Module",
    "Platform",
    "Project",
    "Tab",
    "TagRule",
    "Theme",
    "Unit",
    "json_file",
    "plain_config",
    "print_project",
    "release_script",
]
