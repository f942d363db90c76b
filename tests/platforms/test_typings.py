"""The packages' scripts, by the typings that platforms publish. Each check is also shown a mistake."""

from __future__ import annotations

import shutil

import pytest

from .typing_check import undeclared_names

pytestmark = pytest.mark.vendor

TYPINGS = {
    "alipay": ("@mini-types/alipay", "my", "wx"),
    "douyin": ("@douyin-microapp/typings", "tt", "wx"),
    "wechat": ("miniprogram-api-typings", "wx", "my"),
}
"""The typings, the platform's object and another platform's."""
LEFT_OUT = {"douyin": {"requestOrder", "getOrderPayment"}}
"""Of the typings: the trade system, which runtime/trade.d.ts states."""


@pytest.mark.parametrize("platform", TYPINGS)
def test_scripts_use_nothing_that_the_typings_lack(package, platform):
    missing = undeclared_names(package(platform), TYPINGS[platform][0])
    assert {place.split("'")[1] for place in missing} == LEFT_OUT.get(platform, set())


@pytest.mark.parametrize("platform", TYPINGS)
def test_a_script_of_another_platform_would_be_found(package, tmp_path, platform):
    typings, own, other = TYPINGS[platform]
    broken = shutil.copytree(package(platform), tmp_path / "broken")
    (broken / "app.js").write_text(f"{other}.request({{}});\n{own}.requestt({{}});\n")
    found = undeclared_names(broken, typings)
    assert found[0] == f"app.js(1,1): Cannot find name '{other}'."
    assert found[1].startswith("app.js(2,4): Property 'requestt' does not exist on type")
