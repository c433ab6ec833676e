"""Reports: what socluster found, put together for people who read rather than compute.

What is to be shown is a `Section`; a new form of report takes sections and writes one file.
"""

from typing import TYPE_CHECKING, NoReturn

from socluster.core.public_names import no_such_name
from socluster.report.page.page import Section, page

__all__ = ["Section", "page"]


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
