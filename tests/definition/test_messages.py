"""Every code in use has a text in both languages, and no text is unused: for every package that has `messages/`."""

import ast
import re
from pathlib import Path

import pytest

import kaipu
from kaipu.definition import Messages

PACKAGE = Path(kaipu.__file__).parent
FOLDERS = sorted(folder for folder in PACKAGE.glob("**/messages") if list(folder.glob("*.md")))
MAKERS = {"error", "warning", "PydanticCustomError"}


def calls_and_words(package):
    """The codes that the package's own modules make diagnostics of, and every text constant in them."""
    made, words = set(), set()
    for file in package.glob("**/*.py"):
        if any((folder / "messages").is_dir() for folder in file.relative_to(package).parents if str(folder) != "."):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            if isinstance(node, ast.Call) and node.args and name_of(node.func) in MAKERS:
                made |= {part.value for part in either(node.args[0]) if isinstance(part, ast.Constant)}
            if isinstance(node, ast.JoinedStr):
                words |= {"".join(part_of(part) for part in node.values)}
    return made, words


def either(expression):
    return (expression.body, expression.orelse) if isinstance(expression, ast.IfExp) else (expression,)


def name_of(function):
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def part_of(part):
    return part.value if isinstance(part, ast.Constant) else "*"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(PACKAGE).parent))
def test_codes_and_texts_agree(folder):
    texts = set(Messages.load(folder).texts)
    made, words = calls_and_words(folder.parent)
    plain = {code for code in made if re.fullmatch(r"[a-z][a-z0-9_]+", str(code))}
    assert plain <= texts, "these codes have no text"
    patterns = [re.escape(word).replace(r"\*", ".+") for word in words if word.strip("*")]
    unused = {text for text in texts if not any(re.fullmatch(pattern, text) for pattern in patterns)}
    assert not unused, "these texts are never used"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(PACKAGE).parent))
def test_both_languages_name_the_same_things(folder):
    for code, message in Messages.load(folder).texts.items():
        names = [set(re.findall(r"\{(\w+)\}", str(message[language]))) for language in ("zh", "en")]
        assert names[0] == names[1], code


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
