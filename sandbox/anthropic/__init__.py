"""The Anthropic Messages API, direct and in its Bedrock shape, with a reader of simple means behind it.

It really reads the text layer of the PDF that it is sent, with regular expressions, and answers in the JSON
schema that the request asks for. It is there to exercise the product's engine, not to be good at reading.
"""
