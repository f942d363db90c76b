"""The blocks that pages are made of, as the studio's inspector needs them."""

from ninja import Router

from kaipu.definition import BlockManifest, installed_blocks
from kaipu.web.api.requests import AccountRequest

router = Router()


@router.get("blocks", response=list[BlockManifest])
def list_blocks(request: AccountRequest) -> list[BlockManifest]:
    """In alphabetical order; the same for every shop."""
    return list(installed_blocks())
