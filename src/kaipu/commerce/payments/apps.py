"""The payments app."""

import logging
from functools import partial

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "kaipu.commerce.payments"
    label = "payments"

    def ready(self) -> None:
        """Lets every gateway's platform sign its people in."""
        # Models can be imported only now.
        from kaipu.commerce.members.login import register_login
        from kaipu.commerce.payments.actions.sign_in import sign_in
        from kaipu.commerce.payments.gateways import find_gateway, gateway_kinds

        for kind in gateway_kinds():
            register_login(find_gateway(kind).platform, partial(sign_in, kind))
        # At INFO it writes every URL, and in a sign-in's URL stands the app's secret.
        logging.getLogger("httpx").setLevel(logging.WARNING)
