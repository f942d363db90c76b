"""Gives a new shop its first draft, from a trade's definition or another document."""

from __future__ import annotations

from kaipu.commerce.publishing.models import Draft
from kaipu.commerce.publishing.steps import checked
from kaipu.commerce.shops.tenancy import current_shop_id
from kaipu.definition import JsonObject, apply, installed_blocks, migrate, normalizing_steps


def start_draft(document: JsonObject) -> Draft:
    """The shop's draft; one that is there already stays as it is. Refused if the document is not valid."""
    blocks = installed_blocks()
    newest = migrate(document, blocks)
    first = checked(apply(newest, normalizing_steps(newest, blocks)))
    # Of two starts at one moment the second yields to the first.
    Draft.objects.bulk_create([Draft(document=first)], ignore_conflicts=True)
    return Draft.objects.get(shop_id=current_shop_id())
