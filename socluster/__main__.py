"""`python -m socluster` is the command `socluster`."""

import sys

from socluster.cli import main

if __name__ == "__main__":
    sys.exit(main())
