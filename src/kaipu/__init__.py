"""Kaipu 开铺: a small merchant with a phone opens its own mini-program and owns its books."""

__version__ = "0.1.0"
