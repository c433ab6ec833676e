"""The command line: start a cluster, see the demonstration, describe a cluster, check its tables, convert it."""

from socluster.cli.main import main

__all__ = ["main"]
