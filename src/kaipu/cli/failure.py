"""How a command says that it cannot go on: one sentence in the reader's language, and an exit code that is not zero."""

from typing import Final

from kaipu.cli.words import language, say

REFUSED: Final = 2
"""Exit code when what was asked for cannot be, as for words on the command line that make no sense."""


class Failure(Exception):
    """`code` names a sentence in words.yaml."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(say(code, **params))


def refusal_lines(problem: ValueError) -> list[str]:
    """What is wrong with what somebody wrote, a line each; empty for any other fault."""
    from kaipu.definition import Refused  # only now: no command waits for it that ends well

    return [one.line(language()) for one in problem.diagnostics] if isinstance(problem, Refused) else []
