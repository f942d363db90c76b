"""Where browsers find the pictures that a trade brought along (`picture:<file>`)."""

from kaipu.commerce.publishing.models import Draft


def pictures_of_trade(trade: str) -> str:
    return f"/static/trades/{trade}/"


def pictures_of_shop() -> str:
    """Needs the shop's scope. A shop that was not opened from a trade has no such pictures."""
    trade = Draft.objects.values_list("document__trade", flat=True).first()
    return pictures_of_trade(trade) if trade else ""
