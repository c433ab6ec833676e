"""The demonstration: the Šiauliai case from documented facts to an answered what-if, in the terminal and on a page."""

from socluster.demo.run import run

__all__ = ["run"]
