"""A day's takings, from the ledger."""

from datetime import date, datetime
from typing import Annotated, Final, TypeAlias

from ninja import Query, Router
from pydantic import BaseModel, Field

from kaipu.commerce.ledger.takings import PAYMENT, REFUND, TakingsEntry, takings
from kaipu.commerce.shops.information import information_of, today_of
from kaipu.definition import Language
from kaipu.web.api.requests import OwnerRequest
from kaipu.web.language import language_of

router = Router()

Day: TypeAlias = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2999, 12, 31))]

_KINDS: Final[dict[str, dict[Language, str]]] = {
    PAYMENT: {"zh": "收款", "en": "Payment"},
    REFUND: {"zh": "退款", "en": "Refund"},
}


class TakingsLine(BaseModel):
    at: datetime
    memo: str
    amount_fen: int
    hash: str


class DayTakings(BaseModel):
    date: date
    received_fen: int
    refunded_fen: int
    fee_fen: int
    net_fen: int
    orders: int
    entries: list[TakingsLine]
    chain_ok: bool


@router.get("takings", response=DayTakings)
def day_takings(request: OwnerRequest, date: Annotated[Day | None, Query()] = None) -> DayTakings:
    """Of today by the shop's clock, unless another day is named."""
    information = information_of(request.shop)
    of_day = takings(date or today_of(information), information.zone)
    return DayTakings(
        date=of_day.day,
        received_fen=of_day.received_fen,
        refunded_fen=of_day.refunded_fen,
        fee_fen=of_day.fee_fen,
        net_fen=of_day.net_fen,
        orders=of_day.orders,
        entries=[_line(entry, language_of(request)) for entry in of_day.entries],
        chain_ok=of_day.chain_ok,
    )


def _line(entry: TakingsEntry, language: Language) -> TakingsLine:
    kind = _KINDS.get(entry.kind, {}).get(language, entry.kind)
    return TakingsLine(at=entry.at, memo=f"{kind} {entry.memo}", amount_fen=entry.amount_fen, hash=entry.hash)
