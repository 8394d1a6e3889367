"""`python -m newslint` is `newslint`."""

from .cli import main

main()
