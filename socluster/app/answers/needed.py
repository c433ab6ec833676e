"""What is met of what is needed, as a measure that scenarios change: one for each unit, since units do not add up."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pandas as pd

from socluster.app.answers.plain import Both, in_both
from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterWarning
from socluster.measures.services.coverage import coverage
from socluster.measures.services.given import needs_of
from socluster.measures.services.offers import NOT_STATED
from socluster.words import Language, measure_name, number, say, value_name

__all__ = ["COVERAGE", "Met", "called", "met_measures"]

COVERAGE = "coverage"


@dataclass(frozen=True, eq=False)
class Met:
    """How much is met of what is needed in one unit: a function of a cluster, as `compare` takes it.

    It looks at no tie, so that it is computed once for all draws.

    Parameters
    ----------
    needs : DataFrame
        What is needed in this unit, as `needs_of` gives it.
    unit : str
        The unit; empty where none is stated.
    name : str
        Under which it is asked for.
    """

    needs: pd.DataFrame = field(repr=False)
    unit: str
    name: str

    looks_at_no_tie: ClassVar[bool] = True

    @property
    def __name__(self) -> str:  # as functions have one, by which rankings call their goal
        return self.name

    @property
    def needed(self) -> float:
        """All that is needed in this unit."""
        return float(self.needs["amount"].sum())

    def __call__(self, cluster: Cluster) -> float:
        """Return what is met, in the unit.

        Raises
        ------
        InputError
            If what is offered cannot be set against what is needed, as where their units differ.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)  # what they say stands where services are shown
            return coverage(cluster, needs=self.needs).met

    def plain_name(self) -> Both[str]:
        """Return what the page calls it: the amount that is needed, and its unit."""

        def tell(language: Language) -> str:
            needed = number(self.needed, language, digits=6)
            if self.unit == NOT_STATED:
                return say("Needs that are met, of {needed} (coverage)", language, needed=needed)
            unit = value_name("unit", self.unit, language)
            return say("Needs that are met, of {needed} {unit} (coverage)", language, needed=needed, unit=unit)

        return in_both(tell)

    def unit_name(self) -> Both[str]:
        """Return what the unit is called; nothing where none is stated."""
        stated = "" if self.unit == NOT_STATED else self.unit
        return in_both(lambda language: value_name("unit", stated, language) if stated else "")


def met_measures(needs: Any) -> dict[str, Met]:
    """Return the measures of what is met, by their names: `coverage`, or one for each unit if there are several.

    Parameters
    ----------
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it; without it there is nothing to be met.

    Examples
    --------
    >>> list(met_measures({("Kelmė", "day care"): 12})), list(met_measures(None))
    (['coverage'], [])
    """
    if needs is None:
        return {}
    table = needs_of(needs).table
    table = table[table["amount"] > 0]
    units = [str(unit) for unit in dict.fromkeys(table["unit"])]
    names = {unit: COVERAGE if len(units) == 1 else f"{COVERAGE}:{unit}" for unit in units}
    return {name: Met(table[table["unit"] == unit].drop(columns="row"), unit, name) for unit, name in names.items()}


def called(measure: Met, language: Language) -> str:
    """Return what a report calls the measure: with its unit, in which its numbers are."""
    name = measure_name(COVERAGE, language)
    if measure.unit == NOT_STATED:
        return name
    return say("{measure} ({unit})", language, measure=name, unit=value_name("unit", measure.unit, language))
