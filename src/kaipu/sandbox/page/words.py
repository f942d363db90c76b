"""The payment page's words, in both languages."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]
WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "lang": "zh-CN",
        "title": "沙箱收银台",
        "sandbox": "沙箱",
        "no_money": "这是练习用的收银台，不会动用真钱",
        "pay_to": "付款给",
        "goods": "商品",
        "number": "订单号",
        "method": "付款方式",
        "wallet": "模拟零钱（沙箱）",
        "before": "请在此前付款",
        "pay": "立即付款",
        "cancel": "取消，返回商家",
        "back": "返回商家",
        "paid": "付款成功",
        "paid_more": "商家会收到一条签名的通知，和真实的一样。",
        "closed": "订单已关闭",
        "closed_more": "商家已经取消这笔订单，没有付款。",
        "expired": "已超过付款时间",
        "expired_more": "这笔订单没有付款，请回到商家重新下单。",
        "cancelled": "没有付款",
        "cancelled_more": "订单还在，可以回来再付。",
        "unknown": "找不到这笔付款",
        "unknown_more": "链接可能不完整，请从商家重新打开。",
        "about": "开铺沙箱按微信支付 APIv3 的公开文档应答，只在这台机器上运行，没有任何真实账户。",
        "other": "English",
        "other_lang": "en",
        "front": "沙箱正在运行",
        "front_more": "在店里下单并付款，就会来到这里。",
    },
    "en": {
        "lang": "en",
        "title": "Sandbox checkout",
        "sandbox": "Sandbox",
        "no_money": "This checkout is for practice: no real money moves",
        "pay_to": "Pay to",
        "goods": "For",
        "number": "Order number",
        "method": "Paid with",
        "wallet": "A pretend wallet (sandbox)",
        "before": "Pay before",
        "pay": "Pay now",
        "cancel": "Cancel, back to the shop",
        "back": "Back to the shop",
        "paid": "Paid",
        "paid_more": "The shop gets a signed notice, just as from the real gateway.",
        "closed": "This order is closed",
        "closed_more": "The shop has cancelled it; nothing was paid.",
        "expired": "Too late to pay",
        "expired_more": "Nothing was paid. Please order again at the shop.",
        "cancelled": "Not paid",
        "cancelled_more": "The order is still there; you can come back and pay.",
        "unknown": "No such payment",
        "unknown_more": "The link may be incomplete; please open it again from the shop.",
        "about": "The Kaipu sandbox answers as WeChat Pay API v3 is documented, on this machine, with no real account.",
        "other": "中文",
        "other_lang": "zh-CN",
        "front": "The sandbox is running",
        "front_more": "Order and pay in the shop, and you will come here.",
    },
}


def choose_language(asked: str, accept: str) -> Language:
    """The reader's language: what was pressed, else what the browser prefers, else Chinese."""
    if asked in ("zh", "en"):
        return "zh" if asked == "zh" else "en"
    first = accept.partition(",")[0].strip().lower()
    return "en" if first and not first.startswith("zh") else "zh"
