"""Money in and out through payment gateways: prepaying, notices, refunds, and finding out what got lost."""
