"""The ``testimonia`` command: one file per command, each with its twin in Python.

What comes in are words on a command line, what goes out are lines for a person, or JSON for a program
with ``--json``. Errors are one sentence and an exit code.
"""

__all__: list[str] = []
