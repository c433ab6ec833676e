"""One step of a scenario: a verb of a cluster with its arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from socluster.whatif.tie_models import TieModel

__all__ = ["Step"]


@dataclass(frozen=True)
class Step:
    """One verb of a cluster with its arguments.

    Parameters
    ----------
    verb : str
        Name of a method of `Cluster`.
    subject : tuple
        Its positional arguments.
    columns : tuple of (str, object)
        Its keyword arguments.
    """

    verb: str
    subject: tuple[Any, ...]
    columns: tuple[tuple[str, Any], ...] = ()

    @property
    def model(self) -> TieModel | None:
        """The tie model, if the ties of this step come from one."""
        found = [part for part in self.subject if isinstance(part, TieModel)]
        return found[0] if found else None

    def __str__(self) -> str:
        """Return the step as it was written."""
        subject = [repr(list(part)) if isinstance(part, tuple) else repr(part) for part in self.subject]
        return f"{self.verb}({', '.join([*subject, *(f'{key}={value!r}' for key, value in self.columns)])})"
