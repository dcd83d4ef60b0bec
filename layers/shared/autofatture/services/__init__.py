"""Use cases: one module each. They take ports and return domain objects."""
