"""Implementations of the ports: AWS, Fatture in Cloud, the readers, FatturaPA, rates, VIES."""
