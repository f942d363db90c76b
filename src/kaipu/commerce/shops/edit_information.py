"""The owner changes what the shop says about itself. Needs the shop's scope."""

from collections.abc import Collection
from typing import Annotated, Literal, TypeAlias

from django.db.models import F
from pydantic import BaseModel, ConfigDict, Field

from kaipu.commerce.plain_text import PlainText
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import current_shop_id
from kaipu.definition import Hours, parse_shop_information
from kaipu.definition.catalog import AmountFen, Code, Phone

TableName: TypeAlias = Annotated[PlainText, Field(min_length=1, max_length=12)]
Notice: TypeAlias = Annotated[PlainText, Field(max_length=200)]


class ShopChanges(BaseModel):
    """What is left out stays as it is. kaipu.definition.ShopInformation has the last word."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: Annotated[PlainText, Field(min_length=1, max_length=60)] | None = None
    branch: Annotated[PlainText, Field(max_length=60)] | None = None
    address: Annotated[PlainText, Field(max_length=200)] | None = None
    phones: Annotated[list[Phone], Field(max_length=5)] | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    hours: Annotated[list[Hours], Field(max_length=30)] | None = None
    opening: Literal["hours", "open", "closed"] | None = None
    closed_note: Annotated[PlainText, Field(max_length=200)] | None = None
    tables: Annotated[list[TableName], Field(max_length=500)] | None = None
    table_notes: dict[TableName, Annotated[PlainText, Field(max_length=60)]] | None = None
    order_kinds: Annotated[list[Code], Field(max_length=20)] | None = None
    packing_fee_fen: AmountFen | None = None
    notices: Annotated[list[Notice], Field(max_length=20)] | None = None


def edit_information(changes: ShopChanges, known_order_kinds: Collection[str]) -> Shop:
    """The shop after the change. Raises Refusal or Refused (both 422) for what would be no shop's information."""
    unknown = set(changes.order_kinds or ()) - set(known_order_kinds)
    if unknown:
        raise Refusal("order_kind_unknown", 422, kind=min(unknown))
    shop = Shop.objects.select_for_update().get(pk=current_shop_id())
    said = changes.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    information = parse_shop_information({"name": shop.name, **shop.information, **said})
    Shop.objects.filter(pk=shop.pk).update(
        name=information.name, information=information.model_dump(mode="json"), revision=F("revision") + 1
    )
    shop.refresh_from_db()
    return shop
