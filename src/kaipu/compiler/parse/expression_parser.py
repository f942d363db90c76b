"""Parses one expression by precedence climbing. Depth and number of nodes are limited, so that hostile text is
refused, not recursed into.

The subset is what every platform's own compiler takes: no escapes in strings, no unary plus, no `?.`, `??` or
template literals, no empty object, and members of what has a name only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NoReturn, TypeVar

from kaipu.compiler.parse.expression import (
    MOST_NODES,
    Array,
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Index,
    Member,
    Name,
    Number,
    Object,
    Property,
    Spread,
    String,
    Unary,
)
from kaipu.compiler.parse.tokens import Token, Tokens

PRECEDENCE: Final = {
    "||": 1,
    "&&": 2,
    "==": 3,
    "!=": 3,
    "===": 3,
    "!==": 3,
    "<": 4,
    ">": 4,
    "<=": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
    "%": 6,
}
CONSTANTS: Final = frozenset({"true", "false", "null", "undefined"})
_POSTFIX: Final = frozenset({".", "[", "("})
_DEEPEST = 32
# A vendor's own framework reads no other keys.
_KEY: Final = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)

Node = TypeVar("Node", bound=Expression)


class ExpressionFault(Exception):
    """Never leaves the parsers, who turn it into a diagnostic."""

    def __init__(self, code: str, at: int, found: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.at = at
        self.found = found


class ExpressionParser:
    def __init__(self, text: str, start: int, stop: int) -> None:
        self.tokens = Tokens(text, start, stop)
        self._depth = 0
        self._nodes = 0

    def expression(self) -> Expression:
        """condition ? yes : no, or anything tighter."""
        self._enter()
        condition = self._binary(1)
        if self._sees("?"):
            at = self.tokens.take().at
            yes = self.expression()
            self._expect(":")
            condition = self._made(Conditional(condition, yes, self.expression(), at))
        self._depth -= 1
        return condition

    def object_body(self, closing: str) -> Object:
        """`...item, a: 1, b` up to, and without, the closing sign."""
        at = self.tokens.ahead.at
        if self._at_closing(closing):
            self.fail()
        entries: list[Property | Spread] = []
        while not self._at_closing(closing):
            at_entry = self.tokens.ahead
            entry = self._entry()
            if isinstance(entry, Property) and any(
                isinstance(one, Property) and one.key == entry.key for one in entries
            ):
                raise ExpressionFault("expression_key_twice", at_entry.at, entry.key)
            entries.append(entry)
            if not self._sees(","):
                break
            self.tokens.take()
        return self._made(Object(tuple(entries), at))

    def fail(self, code: str = "expression_unexpected") -> NoReturn:
        token = self.tokens.ahead
        if not token.kind and token.text in ("'", '"', "\\"):
            code = "expression_string"
        elif not token.text:
            code = "expression_unfinished"
        raise ExpressionFault(code, token.at, token.text)

    def _at_closing(self, closing: str) -> bool:
        return self.tokens.ahead.text == closing and self.tokens.ahead.kind in ("sign", "")

    def _entry(self) -> Property | Spread:
        token = self.tokens.ahead
        if token.text == "...":
            self.tokens.take()
            return Spread(self.expression(), token.at)
        if token.kind not in ("name", "string"):
            self.fail()
        self.tokens.take()
        key = token.text[1:-1] if token.kind == "string" else token.text
        if not _KEY.fullmatch(key):
            raise ExpressionFault("expression_key", token.at, token.text)
        if self._sees(":"):
            self.tokens.take()
            return Property(key, self.expression(), token.at)
        if token.kind == "string" or token.text in CONSTANTS:
            self.fail()
        return Property(key, self._made(Name(key, token.at)), token.at)

    def _binary(self, lowest: int) -> Expression:
        left = self._unary()
        while self.tokens.ahead.kind == "sign":
            precedence = PRECEDENCE.get(self.tokens.ahead.text, 0)
            if precedence < lowest:
                break
            operator = self.tokens.take()
            left = self._made(Binary(operator.text, left, self._binary(precedence + 1), operator.at))
        return left

    def _unary(self) -> Expression:
        signs: list[Token] = []
        while self.tokens.ahead.text in ("!", "-") and self.tokens.ahead.kind == "sign":
            signs.append(self.tokens.take())
        operand = self._postfix(self._primary())
        for sign in reversed(signs):
            operand = self._made(Unary(sign.text, operand, sign.at))
        return operand

    def _postfix(self, node: Expression) -> Expression:
        while self.tokens.ahead.kind == "sign":
            sign = self.tokens.ahead
            if sign.text in _POSTFIX and not isinstance(node, Name | Member | Index | Call | Array):
                # `(a || b).c`, `'a'.length`: not every platform's own compiler reads these.
                self.fail()
            if sign.text == ".":
                self.tokens.take()
                if self.tokens.ahead.kind != "name" or self.tokens.ahead.text in CONSTANTS:
                    self.fail()
                node = self._made(Member(node, self.tokens.take().text, sign.at))
            elif sign.text == "[":
                self.tokens.take()
                node = self._made(Index(node, self.expression(), sign.at))
                self._expect("]")
            elif sign.text == "(":
                self.tokens.take()
                node = self._made(Call(node, self._list(")"), sign.at))
            else:
                break
        return node

    def _primary(self) -> Expression:
        token = self.tokens.ahead
        read = self._READERS.get(token.kind if token.kind != "sign" else token.text)
        if read is None:
            self.fail()
        self.tokens.take()
        return self._made(read(self, token))

    def _name(self, token: Token) -> Expression:
        return Constant(token.text, token.at) if token.text in CONSTANTS else Name(token.text, token.at)

    def _number(self, token: Token) -> Expression:
        return Number(token.text, token.at)

    def _string(self, token: Token) -> Expression:
        return String(token.text[1:-1], token.at)

    def _group(self, token: Token) -> Expression:
        inner = self.expression()
        self._expect(")")
        return inner

    def _array(self, token: Token) -> Expression:
        return Array(self._list("]"), token.at)

    def _object(self, token: Token) -> Expression:
        body = self.object_body("}")
        self._expect("}")
        return Object(body.entries, token.at)

    _READERS: Final[dict[str, Callable[[ExpressionParser, Token], Expression]]] = {
        "name": _name,
        "number": _number,
        "string": _string,
        "(": _group,
        "[": _array,
        "{": _object,
    }

    def _list(self, closing: str) -> tuple[Expression, ...]:
        items: list[Expression] = []
        while not self._sees(closing):
            items.append(self.expression())
            if not self._sees(","):
                break
            self.tokens.take()
        self._expect(closing)
        return tuple(items)

    def _sees(self, sign: str) -> bool:
        return self.tokens.ahead.kind == "sign" and self.tokens.ahead.text == sign

    def _expect(self, sign: str) -> None:
        if not self._sees(sign):
            self.fail()
        self.tokens.take()

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ExpressionFault("expression_too_deep", self.tokens.ahead.at)

    def _made(self, node: Node) -> Node:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise ExpressionFault("expression_too_long", self.tokens.ahead.at)
        return node
