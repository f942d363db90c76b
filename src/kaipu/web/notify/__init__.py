"""Where gateways tell of payments. Register `kaipu.web.notify.urls` under /notify/."""
