"""What can be done about payments: one verb a file. Those that ask a gateway open their own scopes and say so."""
