"""A Fatture in Cloud of our own: API, OAuth, web pages and webhooks, with the behaviour that is documented.

The published OpenAPI document says what answers look like; where the service is known to do otherwise the
sandbox does as the service does (the list is in ``tests/adapters/sandbox``).
"""
