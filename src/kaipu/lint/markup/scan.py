"""Reads a template into elements, and tells every place where it cannot be read. Goes on behind each mistake."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from kaipu.lint.markup.nodes import Attr, Element, Words
from kaipu.lint.notes import Notes

DEEPEST: Final = 256
_NAME: Final = re.compile(r"[A-Za-z][\w.:-]*")
_SPACE: Final = re.compile(r"\s*")
_ATTRIBUTE_NAME: Final = re.compile(r"""[^\s=/>"'<{}]+""")
_EQUALS: Final = re.compile(r"\s*=\s*")
_BARE_VALUE: Final = re.compile(r"""[^\s>"'<]+""")
_BRACES: Final = re.compile(r"\{\{[^{}<>]*\}\}")
_CLOSE: Final = re.compile(r"</\s*([A-Za-z][\w.:-]*)\s*>")
_SANE_NAME: Final = re.compile(r"[A-Za-z_@:#$*.(\[]")
_NEXT: Final = re.compile(r"<(?=[A-Za-z/!])|\{\{|<(?P<lone>)|-->")
_SWALLOWED: Final = re.compile(r"\s[\w:.-]+=$")
"""What a value ends with if its own quote is missing and it takes in the next attribute."""
_NEWLINE_TAG: Final = re.compile(r"\n\s*<[A-Za-z/]")


def scan(notes: Notes, module_tag: str, *, bare: bool = False) -> Element:
    """The root holds what stands at the top of the file. `bare`: values in braces need no quotes."""
    return _Scanner(notes, module_tag, bare).run()


@dataclass
class _Scanner:
    notes: Notes
    module_tag: str
    bare: bool
    here: int = 0
    stack: list[Element] = field(default_factory=lambda: [Element("", 0)])
    skipped: int = 0
    """Levels below the deepest that is kept."""
    _closing: int = 0

    @property
    def text(self) -> str:
        return self.notes.source.text

    def run(self) -> Element:
        while self.here < len(self.text):
            if self.text.startswith("<!--", self.here):
                self._comment()
            elif self.text.startswith("</", self.here):
                self._close_tag()
            elif self.text[self.here] == "<" and _NAME.match(self.text, self.here + 1):
                self._open_tag()
            else:
                self._words()
        for element in reversed(self.stack[1:]):
            self.notes.known("tag_unclosed", element.at, tag=element.tag)
        return self.stack[0]

    def _comment(self) -> None:
        end = self.text.find("-->", self.here + 4)
        if end == -1:
            self.notes.known("comment_unclosed", self.here)
        self.here = len(self.text) if end == -1 else end + 3

    def _close_tag(self) -> None:
        match = _CLOSE.match(self.text, self.here)
        at = self.here
        if match is None:
            self.notes.known("tag_malformed", at)
            name = _NAME.match(self.text, at + 2)
            end = self.text.find(">", at)
            newline = self.text.find("\n", at)
            stops = [stop for stop in (end + 1 if end != -1 else -1, newline) if stop > at]
            self.here = min(stops, default=len(self.text))
            if name:
                self._close(name[0], at, quiet=True)
            return
        self.here = match.end()
        self._close(match[1], at)

    def _close(self, name: str, at: int, *, quiet: bool = False) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        if not any(element.tag == name for element in self.stack[1:]):
            if not quiet:
                self.notes.known("tag_not_open", at, tag=name)
            return
        while (element := self.stack.pop()).tag != name:
            self.notes.known("tag_unclosed", element.at, tag=element.tag)

    def _open_tag(self) -> None:
        at = self.here
        name = _NAME.match(self.text, at + 1)
        assert name is not None  # noqa: S101 - the caller looked
        element = Element(name[0], at)
        self.here = name.end()
        closed = self._attributes(element)
        if len(self.stack) > DEEPEST or self.skipped:
            if not self.skipped:
                self.notes.known("template_too_deep", at, limit=DEEPEST)
            self.skipped += not closed
            return
        self.stack[-1].children.append(element)
        if closed:
            return
        if element.tag == self.module_tag:
            self._code(element)
        else:
            self.stack.append(element)

    def _attributes(self, element: Element) -> bool:
        """Up to the tag's end; whether the tag closed itself."""
        while True:
            self.here = self._after_space(self.here)
            if self.text.startswith("/>", self.here):
                self.here += 2
                return True
            if self.text.startswith(">", self.here):
                self.here += 1
                return False
            name = _ATTRIBUTE_NAME.match(self.text, self.here)
            if name is None:
                return self._malformed(element)
            self.here = name.end()
            if not _SANE_NAME.match(name[0]):
                self.notes.known("tag_malformed", name.start())
            element.attrs.append(self._attribute(name[0], name.start()))

    def _malformed(self, element: Element) -> bool:
        """Neither an attribute nor the tag's end: goes on where the next tag may begin."""
        at = min(self.here, len(self.text))
        self.notes.known("tag_malformed", element.at if at >= len(self.text) else at)
        end = re.compile(r"/?>|\n?\s*<").search(self.text, at)
        if end is None:
            self.here = len(self.text)
        elif end[0].endswith("<"):
            self.here = end.end() - 1
        else:
            self.here = end.end()
        return end is not None and end[0] == "/>"

    def _attribute(self, name: str, at: int) -> Attr:
        equals = _EQUALS.match(self.text, self.here)
        if equals is None:
            return Attr(name, at, None, at)
        start = equals.end()
        quote = self.text[start : start + 1]
        if quote in ("'", '"') and quote:
            return self._quoted(name, at, start + 1, quote)
        bare = (_BRACES if self.bare else _BARE_VALUE).match(self.text, start) or _BARE_VALUE.match(self.text, start)
        if bare is None:
            self.notes.error("attribute_value_missing", at, name=name)
            self.here = start
            return Attr(name, at, "", start)
        value = bare[0].removesuffix("/") if self.text.startswith(">", bare.end()) else bare[0]
        if not (self.bare and value.startswith("{{")):
            self.notes.error("attribute_unquoted", start, name=name)
        self.here = start + len(value)
        return Attr(name, at, value, start)

    def _quoted(self, name: str, at: int, start: int, quote: str) -> Attr:
        end = self.text.find(quote, start)
        value = self.text[start:end] if end != -1 else self.text[start:]
        torn = _NEWLINE_TAG.search(value)
        if end == -1 or (torn and "{{" not in value[: torn.start()].rpartition("}}")[2]):
            self.notes.error("attribute_unclosed", at, name=name)
            stop = re.compile(r"/?>|\n").search(self.text, start)
            self.here = stop.start() if stop else len(self.text)
            return Attr(name, at, self.text[start : self.here], start)
        swallowed = _SWALLOWED.search(value)
        if swallowed and self.text[end + 1 : end + 2].isalnum():
            self.notes.error("attribute_unclosed", at, name=name)
            end = start + swallowed.start() - 1
            value = value[: swallowed.start()]
        self.here = end + 1
        return Attr(name, at, value, start)

    def _code(self, element: Element) -> None:
        end = re.compile(rf"</{re.escape(element.tag)}\s*>").search(self.text, self.here)
        if end is None:
            self.notes.known("tag_unclosed", element.at, tag=element.tag)
        stop = end.start() if end else len(self.text)
        element.code, element.code_at = self.text[self.here : stop], self.here
        self.here = end.end() if end else stop

    def _words(self) -> None:
        """Up to the next tag that stands in no expression."""
        start = self.here
        look = start
        if self.text[start] == "<":
            self.notes.known("tag_malformed", start)
            look = start + 1
        while match := _NEXT.search(self.text, look):
            if match["lone"] is not None or match[0] == "-->":
                code = "comment_not_open" if match[0] == "-->" else "sign_in_text"
                self.notes.error(code, match.start())
                look = match.end()
                continue
            if match[0] == "<":
                break
            closing = self._closing_after(match.end())
            again = self.text.find("{{", match.end())
            look = match.end() if closing == -1 or -1 < again < closing else closing + 2
        stop = match.start() if match else len(self.text)
        self.here = max(stop, start + 1)
        if not self.skipped and self.text[start : self.here].strip():
            self.stack[-1].children.append(Words(self.text[start : self.here], start))

    def _closing_after(self, at: int) -> int:
        """The next `}}`; looked for once, however many `{{` come before it."""
        if self._closing != -1 and self._closing < at:
            self._closing = self.text.find("}}", at)
        return self._closing

    def _after_space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at
