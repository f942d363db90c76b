"""Where one page leads to another."""

from __future__ import annotations

from kaipu.lint.notes import Notes
from kaipu.lint.package.project import Project


def check_page_link(project: Project, notes: Notes, url: str, at: int, from_file: str, kind: str) -> None:
    """A page that another one leads to is among the pages; a tab is reached by switching."""
    if not project.is_local(url) or not project.pages or url.startswith(("?", "#")) or "${" in url:
        return
    path = project.resolve(from_file, url)
    page = path.removeprefix(project.root) if path else ""
    if page not in {one.path for one in project.pages}:
        notes.error("page_not_listed", at, page=url)
        return
    tabs = project.app.items("tabBar", project.rules.more.tabs.entries) if project.app else []
    is_tab = page in {tab.get("pagePath") for tab in tabs if isinstance(tab, dict)}
    if kind == "switchTab" and not is_tab:
        notes.error("page_no_tab", at, page=url)
    elif kind == "switchTab" and "?" in url:
        notes.error("tab_query", at, page=url)
    elif is_tab and kind in ("", "navigate", "navigateTo", "redirect", "redirectTo"):
        notes.error("page_is_tab", at, page=url)
