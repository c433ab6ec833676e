"""The course: checks of the tutorials' exercises, which say what is off without giving the answer."""

from socluster.learn import exercises
from socluster.learn.check import check

__all__ = ["check", "exercises"]
