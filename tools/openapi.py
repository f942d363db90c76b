"""Writes the two APIs' own descriptions to docs/reference/; the studio's types are made from the owner's."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"


def descriptions() -> dict[str, str]:
    """File name to text, without a database or a server."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "kaipu.web.settings"
    os.environ.setdefault("KAIPU_DATA", tempfile.mkdtemp(prefix="kaipu-openapi-"))
    import django

    django.setup()
    from kaipu.web.api.api import owner, shopper

    apis = {"openapi-owner.json": owner, "openapi-shopper.json": shopper}
    return {
        name: json.dumps(api.get_openapi_schema(path_prefix=_prefix(name)), ensure_ascii=False, indent=1, default=str)
        + "\n"
        for name, api in apis.items()
    }


def _prefix(name: str) -> str:
    return "/api/owner/" if "owner" in name else "/api/shop/"


def main() -> None:
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in descriptions().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
