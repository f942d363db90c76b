"""What a shopper asks for when placing an order. Everything is bounded here, for all actions."""

import hashlib
from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from kaipu.commerce.plain_text import PlainText
from kaipu.definition.catalog import AmountFen, Code, Phone

IdempotencyKey = Annotated[str, StringConstraints(pattern=r"^[!-~]{8,64}$")]
ChoiceText = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}:[a-z][a-z0-9_]{0,39}$")]


class CartLine(BaseModel):
    """`choices` are written option:choice."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dish: Code
    quantity: Annotated[int, Field(ge=1, le=99, strict=True)]
    choices: Annotated[list[ChoiceText], Field(max_length=60)] = Field(default_factory=list)


class Cart(BaseModel):
    """`expected_total_fen` is what the shopper was shown; any other price is refused, never charged."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Code
    table: Annotated[PlainText, Field(max_length=12)] | None = None
    pickup_at: AwareDatetime | None = None
    phone: Phone | Annotated[str, StringConstraints(max_length=0)] = ""
    note: Annotated[PlainText, Field(max_length=200)] = ""
    lines: Annotated[list[CartLine], Field(min_length=1, max_length=50)]
    expected_total_fen: Annotated[AmountFen, Field(strict=True)]

    def fingerprint(self) -> str:
        """Equal for two requests that ask for the same."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    def wanted_at(self, now: datetime) -> datetime:
        """When the food is wanted: at the time of pickup, else as soon as it is made."""
        return self.pickup_at or now
