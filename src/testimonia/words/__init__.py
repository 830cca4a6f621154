"""Facts of language that know nothing of sourcebooks: what quotation marks enclose, which words there are.

In come words or a text, out go spans and answers. Each module is imported by its name, for one may load
a list of words that another reader does not need.
"""

__all__: list[str] = []
