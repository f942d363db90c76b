"""Merchants get their credentials from the folder of a sandbox, running or not, and keep them."""

import stat
from pathlib import Path

from kaipu.sandbox import register_merchant
from kaipu.sandbox.store import FILE_NAME


def test_the_same_reference_is_the_same_merchant_after_a_restart(tmp_path: Path) -> None:
    first = register_merchant(tmp_path, reference="noodle", name="老王面馆")
    assert register_merchant(tmp_path, reference="noodle", name="老王面馆") == first
    assert register_merchant(tmp_path, reference="tea", name="小李茶铺").merchant_id != first.merchant_id


def test_credentials_have_the_documented_shape(tmp_path: Path) -> None:
    merchant = register_merchant(tmp_path, reference="noodle", name="老王面馆")
    assert merchant.merchant_id.isdigit()
    assert len(merchant.merchant_id) == 10
    assert len(merchant.api_v3_key) == 32
    assert len(merchant.merchant_serial) == 40
    assert merchant.app_id.startswith("wx")
    assert merchant.platform_public_key_id == ""


def test_a_merchant_may_verify_with_a_public_key(tmp_path: Path) -> None:
    merchant = register_merchant(tmp_path, reference="noodle", name="老王面馆", verifies_with="public_key")
    assert merchant.platform_public_key_id.startswith("PUB_KEY_ID_")
    assert "BEGIN PUBLIC KEY" in merchant.platform_public_key_pem


def test_nobody_else_may_read_the_file_and_no_secret_shows_in_a_repr(tmp_path: Path) -> None:
    merchant = register_merchant(tmp_path, reference="noodle", name="老王面馆")
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    assert merchant.api_v3_key not in repr(merchant)
    assert "PRIVATE" not in repr(merchant)
