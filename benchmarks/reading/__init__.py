"""How well invoices are read: field by field, engine by engine, beside invoice2data and against a stored baseline."""
