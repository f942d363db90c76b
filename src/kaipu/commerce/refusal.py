"""How commerce says no: a code that has a text in the app's `messages/` folder, and what a program needs to go on.

Knows HTTP only by the status number that fits. Raised inside a transaction, it takes the transaction back.
"""

from collections.abc import Mapping

from kaipu.definition.diagnostics import Parameter


class Refusal(Exception):
    """`params` fill the text; `fields` say what is wrong with which; `details` are further members of the answer."""

    def __init__(
        self,
        code: str,
        status: int = 409,
        *,
        fields: Mapping[str, str] | None = None,
        details: Mapping[str, object] | None = None,
        retry_after_s: int | None = None,
        **params: Parameter,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.fields = dict(fields or {})
        self.details = dict(details or {})
        self.retry_after_s = retry_after_s
        self.params: dict[str, Parameter] = dict(params)
