"""Trades: whole shops to start from, one folder each, found by scanning. A trade gives the first definition, goods and
shop information of a new shop and nothing afterwards: what the owner changes is the shop's own. Knows the definition
package and nothing else of Kaipu.
"""

from kaipu.trades.trade import TRADES, Trade, list_trades, load_trade

__all__ = ["TRADES", "Trade", "list_trades", "load_trade"]
