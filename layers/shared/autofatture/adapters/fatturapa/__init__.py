"""FatturaPA of our own: open, validate, build, parse, compare and copy the XML."""
