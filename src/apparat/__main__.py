"""`python -m apparat`: the command line."""

from apparat.cli.main import main

main()
