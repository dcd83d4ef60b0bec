"""The Revenue Agency's exchange, as far as self-invoices meet it.

Its checks are written apart from the product's own validator on purpose: each is an oracle for the other.
"""
