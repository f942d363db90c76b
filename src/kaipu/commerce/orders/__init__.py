"""Orders: what was asked for, at which price, and how far it has come. Money is in the ledger."""
