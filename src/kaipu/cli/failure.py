"""How a command says that it cannot go on: one sentence in the reader's language, and an exit code that is not zero."""

from kaipu.cli.words import say


class Failure(Exception):
    """`code` names a sentence in words.yaml."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(say(code, **params))
