"""The rules of the field. Imports the standard library, pydantic and python-stdnum only."""
