"""Invoices of our own making in the manner of many vendors, to measure whether reading generalises.

Nothing here is looked at by the reader, and no rule of the reader may name a party of this set.
"""
