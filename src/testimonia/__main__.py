"""``python -m testimonia`` is the ``testimonia`` command."""

from .cli.main import main

if __name__ == "__main__":
    main()
