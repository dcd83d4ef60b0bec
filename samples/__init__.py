"""Foreign invoices of our own making, with the true values of each: samples, demo and planted errors."""
