"""What sources say about waiting for help, and what is assumed where they say nothing: numbers, ranges, marks."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from socluster.core.checked import checked
from socluster.development.chains.units import DAYS, Unit, per, span
from socluster.words import Language, marked, number, say

__all__ = ["assumed_of_patience", "assumed_of_service", "assumptions", "setting_name", "used_assumptions"]

# What is varied in a sweep.
_SETTINGS = {
    "service_rate": marked("service rate", context="setting"),
    "patience_rate": marked("rate of giving up", context="setting"),
    "patience": marked("patience", context="setting"),
    "cv2": marked("variation of service times", context="setting"),
}

_COLUMNS = ("default", "low", "high", "unit", "mark", "source")

# quantity -> default, low, high, unit, mark (assumed by us, or found in a source), and where it is from
_ROWS: dict[str, tuple[float, float, float, str, str, str]] = {
    "clients per psychologist": (
        53,
        40,
        60,
        "a year",
        "assumed",
        "at most 60% of 36 hours a week with clients (order V-1552 of 2021, point 5.16), 40 weeks, 15 to 16 hours each "
        "(kedainiupsc.lt); 36 hours and 40 weeks are ours",
    ),
    "assessments per psychologist": (
        120,
        85,
        156,
        "a year",
        "derived",
        "853 persons, 10 staff in a rural service in 2015 (akez.lt); about 2,500, 16 posts in the capital in 2018 "
        "(lrt.lt)",
    ),
    "open cases per case manager": (14, 12, 17, "families", "found", "cwla.org (USA); no Lithuanian norm was found"),
    "time per case": (12, 6, 18, "months", "assumed", "no source"),
    "patience": (
        12,
        3.5,
        24,
        "months",
        "assumed",
        "a quarter of 273 wait-listed families asked another agency within a month (doi:10.1007/s10802-014-9928-z); an "
        "exponential patience fits this poorly, so try a share who never leave",
    ),
    "cv2": (1, 0.5, 2, "squared coefficient of variation", "assumed", "no source for service times"),
    "pupils referred": (0.05, 0.03, 0.10, "share a year", "assumed", "no source"),
    "wait for mental-health services, England": (
        50.65,
        32,
        78.03,
        "days (mean; low is the median, high the standard deviation)",
        "found",
        "n 21,419 (PMC7576668)",
    ),
}


@checked
def assumptions() -> pd.DataFrame:
    """What do sources say about waiting for help, and what is assumed where they say nothing?

    Returns
    -------
    DataFrame
        Index `quantity`; columns default, low, high, unit, mark (found: a source says so; derived: computed from what
        a source says; assumed: ours), source. English words, as in other tables of data.

    Examples
    --------
    >>> import socluster as sc
    >>> print(*sc.queues.assumptions().loc["patience", ["default", "low", "high", "unit"]])
    12.0 3.5 24.0 months
    """
    table = pd.DataFrame.from_dict(_ROWS, orient="index", columns=list(_COLUMNS))
    return table.rename_axis("quantity").astype({"default": float, "low": float, "high": float})


def used_assumptions(values: Mapping[str, float], unit: Unit) -> pd.DataFrame:
    """Return the rows that an answer rests on, in its unit of time.

    Parameters
    ----------
    values : mapping
        service_rate (clients per server and unit), patience (mean, in units; infinite if nobody leaves), cv2; those
        that the answer uses.
    unit : str
        Its unit of time.
    """
    table = assumptions()
    year, month = DAYS["year"] / DAYS[unit], DAYS["month"] / DAYS[unit]
    factor = {"service_rate": 1 / year, "patience": month, "cv2": 1.0}
    row = {"service_rate": "clients per psychologist", "patience": "patience", "cv2": "cv2"}
    used = table.loc[[row[each] for each in values]].set_axis(pd.Index(list(values), name="quantity"), axis="index")
    for column in ("default", "low", "high"):
        used[column] = [value * factor[name] for name, value in used[column].items()]
    said = {"service_rate": f"clients per server and {unit}", "patience": f"{unit}s", "cv2": "-"}
    used["unit"] = [said[str(name)] for name in used.index]
    used.insert(0, "value", [float(each) for each in values.values()])
    return used


def setting_name(name: str, language: Language) -> str:
    """Return what people call that which a sweep varies.

    Examples
    --------
    >>> setting_name("cv2", "en"), setting_name("patience", "lt")
    ('variation of service times', 'kantrybė')
    """
    return say(_SETTINGS[name], language, context="setting")


def assumed_of_service(service_rate: float, cv2: float, unit: Unit, language: Language) -> str:
    """Return what is assumed of arrivals and service times."""
    return say(
        "Assumed: clients come independently of each other and of the season, one server serves {rate} {per}, and "
        "service times vary by {cv2} (squared coefficient of variation; 0.5 to 2 are usual assumptions).",
        language,
        rate=number(service_rate, language),
        per=per(unit, language),
        cv2=number(cv2, language),
    )


def assumed_of_patience(patience_rate: float | None, unit: Unit, language: Language) -> str:
    """Return how long clients are assumed to wait; None: as long as it takes."""
    if patience_rate is None:
        return say("Assumed: nobody leaves the list, however long it is.", language)
    return say(
        "Assumed: clients are ready to wait {patience} on average (3.5 to 24 months are usual assumptions).",
        language,
        patience=span(1 / patience_rate, unit, language),
    )
