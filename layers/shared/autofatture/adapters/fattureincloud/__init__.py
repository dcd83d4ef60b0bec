"""Fatture in Cloud: OAuth2, the account's companies, and self-invoices.

A thin client of about twenty routes. It reads answers leniently (odd types, unknown values), repeats only what
can be repeated without a second effect, and never sends anything to SdI.
"""
