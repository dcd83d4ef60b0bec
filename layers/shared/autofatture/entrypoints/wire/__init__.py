"""What travels over HTTP. Rows are not the domain and the domain is not the wire: each is mapped by hand.

``Draft``, ``Assessment`` and ``Reading`` are the exception: they are values whose JSON form is itself a
contract (the command line prints the same), so they travel as they are.
"""
