"""The European Commission's check of VAT numbers, with answers that do not depend on any network."""
