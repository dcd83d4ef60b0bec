"""Lines of invoices of our own making, with what they sell: how well a description alone tells goods from services."""
