"""Which version of socluster this is: below everything, so that answers can say what they were made with."""

__all__ = ["VERSION"]

VERSION = "0.2.0"
