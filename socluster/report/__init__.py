"""Reports: what socluster found, put together for people who read rather than compute.

`socluster.report(cluster, "report.html")` writes the report of a cluster; `socluster.report.page` writes sections of
your own. A new section of the report is a file in `sections`; a new form of it takes parts and writes one file.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

from socluster.core.public_names import no_such_name
from socluster.report.page.page import Section, page
from socluster.report.report import report as _report

__all__ = ["Section", "page"]


class _Report(ModuleType):
    """This module, which can be called as well: a module has no other way to be both a namespace and a function."""

    __call__ = staticmethod(_report)


sys.modules[__name__].__class__ = _Report
__doc__ = str(_report.__doc__)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
