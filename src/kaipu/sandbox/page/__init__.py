"""The payment page of the sandbox: what a shopper sees and presses."""
