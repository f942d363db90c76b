"""What a cart costs, from the shop's own goods and nothing the shopper says. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from kaipu.commerce.catalog.goods import Good
from kaipu.commerce.orders.cart import Cart, CartLine
from kaipu.commerce.orders.kinds.order_kind import OrderKind
from kaipu.commerce.refusal import Refusal
from kaipu.definition import Refused, ShopInformation, chosen, price_of

MOST_FEN: Final = 100_000_000
_BETWEEN_OPTIONS: Final = " · "


@dataclass(frozen=True, slots=True)
class PricedLine:
    dish: str
    name: str
    choices: list[str]
    options: str
    quantity: int
    unit_price_fen: int
    amount_fen: int
    picture: str


@dataclass(frozen=True, slots=True)
class PricedCart:
    """`limited`: dish id -> how many of it to take out of the day's stock."""

    lines: list[PricedLine]
    packing_fee_fen: int
    total_fen: int
    limited: Mapping[UUID, int]


def price_cart(cart: Cart, by_code: Mapping[str, Good], kind: OrderKind, shop: ShopInformation) -> PricedCart:
    """Raises Refusal for a dish that cannot be had so, and for another total than the shopper expects."""
    goods = [_good(line, by_code) for line in cart.lines]
    pairs = list(zip(cart.lines, goods, strict=True))
    lines = [_price_line(line, good) for line, good in pairs]
    boxes = sum(line.quantity * good.dish.box_count for line, good in pairs)
    packing_fee_fen = kind.packing_fee_fen(boxes, shop)
    total_fen = sum(line.amount_fen for line in lines) + packing_fee_fen
    _check_total(total_fen, cart.expected_total_fen)
    limited: Counter[UUID] = Counter()
    for line, good in pairs:
        if good.daily_limit is not None:
            limited[good.id] += line.quantity
    return PricedCart(lines, packing_fee_fen, total_fen, limited)


def _good(line: CartLine, by_code: Mapping[str, Good]) -> Good:
    good = by_code.get(line.dish)
    if good is None:
        raise Refusal("dish_gone", 409, details={"dish": line.dish})
    if good.dish.sold_out:
        raise Refusal("dish_sold_out", 409, details={"dish": line.dish}, dish=good.dish.name)
    return good


def _price_line(line: CartLine, good: Good) -> PricedLine:
    dish = good.dish
    unit_price_fen = _unit_price(line, good)
    return PricedLine(
        dish=dish.code,
        name=dish.name,
        choices=line.choices,
        options=_BETWEEN_OPTIONS.join(choice.name for _, choice in chosen(dish, line.choices)),
        quantity=line.quantity,
        unit_price_fen=unit_price_fen,
        amount_fen=unit_price_fen * line.quantity,
        picture=dish.picture,
    )


def _unit_price(line: CartLine, good: Good) -> int:
    try:
        return price_of(good.dish, line.choices)
    except Refused as refused:
        if all(problem.code == "choice_sold_out" for problem in refused.diagnostics):
            params = refused.diagnostics[0].params
            details = {"dish": line.dish}
            raise Refusal("choice_gone", 409, details=details, dish=params["dish"], choice=params["choice"]) from None
        raise


def _check_total(total_fen: int, expected_total_fen: int) -> None:
    if total_fen > MOST_FEN:
        raise Refusal("order_too_large", 422)
    if total_fen == 0:
        raise Refusal("nothing_to_pay", 422)
    if total_fen != expected_total_fen:
        raise Refusal("price_changed", 409, details={"total_fen": total_fen}, total=f"{total_fen / 100:.2f}")
