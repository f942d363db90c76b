"""How much a package may weigh: the main package, each subpackage, and all together."""

from __future__ import annotations

from kaipu.definition.diagnostics import Position
from kaipu.lint.package.project import Project
from kaipu.lint.texts import messages


def check_sizes(project: Project) -> None:
    """Files that the project's configuration leaves out of the upload do not count."""
    left_out = _left_out(project)
    limits = project.rules.more.limits
    weights = dict.fromkeys(("", *project.subpackages), 0)
    for path, size in project.folder.sizes.items():
        inside = path.removeprefix(project.root)
        if path.startswith(project.root) and not any(_matches(inside, one) for one in left_out):
            part = next((root for root in project.subpackages if inside.startswith(f"{root}/")), "")
            weights[part] += size
    where = Position(project.app_path, 1, 1)
    for part, size in weights.items():
        limit_kb = limits.subpackage_kb if part else limits.main_kb
        if limit_kb and size > limit_kb * 1024:
            code = "subpackage_too_big" if part else "package_too_big"
            problem = messages().error(code, where, part=part, size_kb=round(size / 1024), limit_kb=limit_kb)
            project.folder.problems.append(problem)
    total = sum(weights.values())
    if limits.all_kb and total > limits.all_kb * 1024:
        problem = messages().error("all_too_big", where, size_kb=round(total / 1024), limit_kb=limits.all_kb)
        project.folder.problems.append(problem)


def _left_out(project: Project) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name in project.rules.more.projects:
        config = project.config(name)
        for rule in config.items("packOptions", "ignore") if config else ():
            if isinstance(rule, dict):
                found.append((str(rule.get("type")), str(rule.get("value", "")).removeprefix("./").strip("/")))
    return found


def _matches(path: str, rule: tuple[str, str]) -> bool:
    kind, value = rule
    match kind:
        case "file":
            return path == value
        case "folder":
            return path.startswith(f"{value}/")
        case "suffix":
            return path.endswith(value)
        case "prefix":
            return path.rpartition("/")[2].startswith(value)
        case _:
            return False
