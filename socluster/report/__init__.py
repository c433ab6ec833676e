"""Reports: what socluster found, put together for people who read rather than compute.

`socluster.report(cluster, "report.html")` writes the report of a cluster; `socluster.report.page` writes sections of
your own. A new section of the report is a file in `sections`; a new form of it takes its content and writes one file.
"""

import sys
from typing import TYPE_CHECKING, NoReturn

from socluster.core.public_names import no_such_name
from socluster.report.namespace import Report as _Report
from socluster.report.page.page import Section, page

__all__ = ["Section", "page"]

sys.modules[__name__].__class__ = _Report
__doc__ = str(_Report.__call__.__doc__)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
