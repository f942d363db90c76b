"""Every code in use has a text in both languages, and no text is unused: for every package that has `messages/`."""

import ast
import errno
import os
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import kaipu
from kaipu.definition import Messages
from kaipu.definition.diagnostics import reason_of
from kaipu.definition.texts import error

PACKAGE = Path(kaipu.__file__).parent
FOLDERS = sorted(folder for folder in PACKAGE.glob("**/messages") if list(folder.glob("*.md")))
MAKERS = {"error", "warning"}


def sources(package):
    return [node for file in package.glob("**/*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]


def codes_made(package):
    """The codes that the package's own modules make diagnostics of."""
    calls = [node for node in sources(package) if isinstance(node, ast.Call) and node.args]
    firsts = [first for call in calls if name_of(call.func) in MAKERS for first in either(call.args[0])]
    codes = {str(first.value) for first in firsts if isinstance(first, ast.Constant)}
    return {code for code in codes if re.fullmatch("[a-z][a-z0-9_]+", code)}


@cache
def words():
    """Every text constant anywhere, for a code may be used far from its text; `*` stands for what is put together."""
    nodes = sources(PACKAGE)
    plain = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return plain | {"".join(map(part_of, node.values)) for node in nodes if isinstance(node, ast.JoinedStr)}


def either(expression):
    return (expression.body, expression.orelse) if isinstance(expression, ast.IfExp) else (expression,)


def name_of(function):
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def part_of(part):
    return part.value if isinstance(part, ast.Constant) else "*"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(PACKAGE).parent))
def test_codes_and_texts_agree(folder):
    texts = set(Messages.load(folder).texts)
    assert codes_made(folder.parent) <= texts, "these codes have no text"
    patterns = [word.replace("*", ".+") for word in words() if re.fullmatch(r"[a-z0-9_]+\*|\*[a-z0-9_]+", word)]
    unused = {text for text in texts - words() if not any(re.fullmatch(pattern, text) for pattern in patterns)}
    assert not unused, "these texts are never used"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(PACKAGE).parent))
def test_both_languages_name_the_same_things(folder):
    for code, message in Messages.load(folder).texts.items():
        zh, en = ({name for _, name, *_ in Formatter().parse(str(message[one])) if name} for one in ("zh", "en"))
        assert zh == en, code


def write(folder, text):
    (folder / "texts.md").write_text(text, encoding="utf-8")
    return folder


def test_a_text_says_what_is_wrong_and_what_to_do(tmp_path):
    folder = write(
        tmp_path, "# Title\n\n## torn\n\nzh: “{what}”破了。\n→ 换一个。\n\nen: “{what}” is torn.\n→ Take another.\n"
    )
    found = Messages.load(folder).warning("torn", "/a", what="x" * 100)
    assert found.text("zh") == "“" + "x" * 60 + "…”破了。换一个。"
    assert found.text("en").endswith("is torn. Take another.")
    assert found.line("en").startswith("/a: “x")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("## torn\n\nzh: 破了。\n→ 换。\n", "no text in en"),
        ("## torn\n\nen: Torn.\n\nzh: 破了。\n→ 换。\n", "no text in en"),
        ("## torn\n\nzh: 破。\n→ 换。\n\nen: Torn.\n→ Change.\n" * 2, "has a text already"),
    ],
)
def test_an_incomplete_file_does_not_load(tmp_path, text, reason):
    with pytest.raises(ValueError, match=reason):
        Messages.load(write(tmp_path, text))


def test_what_is_ours_to_say_is_said_whole_and_what_a_stranger_wrote_is_cut_short():
    allowed, written = ", ".join(f"choice_{number}" for number in range(20)), "x" * 300
    text = error("not_one_of", "", field=written, expected=allowed).text("en")
    assert allowed in text
    assert f"“{'x' * 60}…”" in text


@pytest.mark.parametrize("name", ["ENOENT", "EACCES", "ENOSPC", "ENAMETOOLONG", "EBADF"])
def test_a_reason_of_the_system_is_said_in_both_languages(name):
    """What is rare is said in the system's words, as such."""
    number = getattr(errno, name)
    problem = error("file_unreadable", "", reason=reason_of(OSError(number, os.strerror(number))))
    assert problem.text("en").startswith("This file cannot be read: ")
    assert (os.strerror(number) in problem.text("zh")) == (name == "EBADF")
