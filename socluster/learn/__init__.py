"""The course: checks of the tutorials' exercises, which say what is off without giving the answer."""

from typing import TYPE_CHECKING, NoReturn

from socluster.core.public_names import no_such_name
from socluster.learn import exercises
from socluster.learn.check import check
from socluster.learn.two_languages import text_in

__all__ = ["check", "exercises", "text_in"]


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
