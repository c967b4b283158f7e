"""`python -m cqdash` is the `cqdash` command."""

from cqdash.cli.main import main

if __name__ == "__main__":
    main()
