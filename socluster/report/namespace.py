"""`socluster.report` as it is used: a function that writes a report, and a place for what writes a page of your own."""

from __future__ import annotations

import sys
from inspect import Signature, signature
from types import ModuleType
from typing import cast

from socluster.report.page.page import Section as _Section
from socluster.report.page.page import page as _page
from socluster.report.report import report as _report

__all__ = ["Report", "report"]


class Report(ModuleType):
    """A module that can be called, which is the only way to be a namespace and a function at once."""

    __call__ = staticmethod(_report)
    Section = _Section
    page = staticmethod(_page)

    @property
    def __signature__(self) -> Signature:
        """What can be given; without it, `inspect` takes the cluster for a self."""
        return signature(_report)


# The package becomes a Report when it is imported, before anybody reads this name. Type checkers know of no module that
# can be called, so they find it here.
report = cast(Report, sys.modules["socluster.report"])
