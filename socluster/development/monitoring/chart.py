"""Is an indicator moving, or is it noise? A run chart of numbers in the order of time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.development.monitoring.limits import FEWEST, RunChartLimits, alarms_beside_median, limits_of
from socluster.development.monitoring.points import points_of
from socluster.words import Language, Phrase, count, counted, number, percent, say
from socluster.words.headings import as_title

__all__ = ["RunChart", "run_chart"]


@dataclass(frozen=True, eq=False, repr=False)
class RunChart(Result):
    """What `run_chart` found. Its text says it in sentences.

    Parameters
    ----------
    points : DataFrame
        A row per time (index `time`): value; side ("above", "below", "on" the centre, or "missing"); run (the number of
        its run from 1, 0 for points that count in none); in_longest (whether it is in the longest run).
    centre : float
        What the points are compared with; NaN if there are no points.
    own_median : bool
        Whether the centre is the median of these points.
    limits : RunChartLimits or None
        The limits of so many useful points; None for fewer than 10.
    """

    points: pd.DataFrame = field(repr=False)
    centre: float
    own_median: bool
    limits: RunChartLimits | None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def useful(self) -> int:
        """How many points do not lie on the centre."""
        return int((self.points["run"] > 0).sum())

    @property
    def longest(self) -> int:
        """How many points the longest run on one side of the centre has."""
        return int(self.points["in_longest"].sum())

    @property
    def crossings(self) -> int:
        """How often the line crosses the centre."""
        return max(int(self.points["run"].max()) - 1, 0) if len(self.points) else 0

    @property
    def long_run(self) -> bool | None:
        """Whether the longest run is longer than chance lets expect; None for fewer than 10 useful points."""
        return None if self.limits is None else self.longest > self.limits.longest

    @property
    def few_crossings(self) -> bool | None:
        """Whether the line crosses the centre less often than chance lets expect; None where there is no rule."""
        return None if self.limits is None else self.crossings < self.limits.crossings

    @property
    def signal(self) -> bool | None:
        """Whether either of the two is so; None for fewer than 10 useful points, for which there is no rule."""
        return None if self.limits is None else bool(self.long_run or self.few_crossings)

    @property
    def false_alarm(self) -> float:
        """How often points that do not move give a signal (0..1), beside a fixed centre; NaN where there is no rule."""
        return float("nan") if self.limits is None else self.limits.false_alarm

    @property
    def false_alarm_of_median(self) -> float:
        """The same beside the median of the points themselves, given how many lie above and below it.

        NaN where the centre is given, or there is no rule.
        """
        if self.limits is None or not self.own_median:
            return float("nan")
        sides = self.points["side"].value_counts()
        return alarms_beside_median(int(sides.get("above", 0)), int(sides.get("below", 0)), self.limits)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per time: index `time`; columns value, side, run, in_longest."""
        return self.points.copy()

    def plot(self, *, label: str | None = None, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: the points in the order of time, the centre, and the longest run.

        Parameters
        ----------
        label : str, optional
            What the numbers are, for the axis.
        title : str, optional
            Default: what the chart says.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.
        """
        from socluster.plot import run_chart as draw  # plotly is heavy; load it when somebody wants to see

        said = as_title(self._verdict(language) if len(self.points) else self.sentences(language)[0])
        centre = self.centre if len(self.points) else None
        return draw(self.points, centre=centre, label=label, title=said if title is None else title, language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return whether there is a signal, by which rule, and how often there would be one by chance.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if not len(self.points):
            return [say("There are no points.", language), *self.about_data(language)]
        return [self._verdict(language), *self._found(language), *self._chance(language), *self.about_data(language)]

    def _verdict(self, language: Language) -> str:
        if self.signal is None:
            return count(
                "{n} useful point is too few for a rule (there is none below {fewest}): whether the indicator moves is "
                "not known.",
                "{n} useful points are too few for a rule (there is none below {fewest}): whether the indicator moves "
                "is not known.",
                self.useful,
                language,
                fewest=str(FEWEST),
            )
        if self.signal:
            return say("A signal: points like these are unlikely if nothing moves.", language)
        return say("No signal: chance gives such points, too, which does not prove that nothing moves.", language)

    def _found(self, language: Language) -> list[str]:
        told = [self._centre(language)]
        if self.limits is None:
            return told
        run = self.points[self.points["in_longest"]]
        above = say("above", language) if run["side"].iloc[0] == "above" else say("below", language)
        longest = count(
            "The longest run has {n} point on one side, {side} the centre, from {first} to {last}; more than {limit} "
            "are a signal.",
            "The longest run has {n} points on one side, {side} the centre, from {first} to {last}; more than {limit} "
            "are a signal.",
            self.longest,
            language,
            side=above,
            first=str(run.index[0]),
            last=str(run.index[-1]),
            limit=number(self.limits.longest, language),
        )
        crossed = count(
            "The line crosses the centre {n} time; fewer than {limit} are a signal.",
            "The line crosses the centre {n} times; fewer than {limit} are a signal.",
            self.crossings,
            language,
            limit=number(self.limits.crossings, language),
        )
        return [*told, longest, crossed]

    def _centre(self, language: Language) -> str:
        centre = number(self.centre, language, digits=6)
        if self.own_median:
            return count(
                "The centre is the median of the points, {centre}; {n} point does not lie on it.",
                "The centre is the median of the points, {centre}; {n} points do not lie on it.",
                self.useful,
                language,
                centre=centre,
            )
        return count(
            "The centre is {centre}, as given; {n} point does not lie on it.",
            "The centre is {centre}, as given; {n} points do not lie on it.",
            self.useful,
            language,
            centre=centre,
        )

    def _chance(self, language: Language) -> list[str]:
        if self.limits is None:
            return []
        share = percent(self.false_alarm, language, decimals=1)
        if not self.own_median:
            message = say(
                "Independent points that do not move would give a signal in {share} of such charts; of several charts, "
                "these shares add up to the false alarms to expect.",
                language,
                share=share,
            )
            return [message, *self._no_cause(language)]
        message = say(
            "Independent points that do not move would give a signal in {share} of such charts with a fixed centre, "
            "and in {of_median} with their own median; of several charts, these shares add up to the false alarms to "
            "expect.",
            language,
            share=share,
            of_median=percent(self.false_alarm_of_median, language, decimals=1),
        )
        return [message, *self._no_cause(language)]

    def _no_cause(self, language: Language) -> list[str]:
        return [say("A signal does not say what moved the indicator.", language)] if self.signal else []


@checked
def run_chart(values: Any, /, *, centre: float | None = None) -> RunChart:
    """Is the indicator moving, or is it noise?

    Points on one side of the centre in a row are a run. If nothing moves, runs are short and the line crosses the
    centre often; a run that is too long, or too few crossings, are a signal (`run_chart_limits`). Points that lie on
    the centre count in no run.

    Parameters
    ----------
    values : Series, mapping or list
        Numbers in the order of time: by date, year or any name of a time, or in their order alone. Missing values are
        left out, and told.
    centre : float, optional
        What to compare with: a median of earlier years, say. Default: the median of the values.

    Returns
    -------
    RunChart
        centre, useful, longest, crossings, signal, false_alarm; `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If a value is no finite number, or a time is there twice or out of order.

    Notes
    -----
    With fewer than 10 useful points there is no rule: `signal` is None, and `false_alarm` NaN. Points of a project that
    come once a year hardly ever get there; `plan_and_outcome` shows how far it is instead. The probability of a false
    alarm holds for independent points: a slow wave, or values that carry over from month to month, raise it.

    References
    ----------
    Anhøj, J. & Olesen, A. V. (2014). Run charts revisited: a simulation study of run chart rules for detection of
    non-random variation in health care processes. PLoS ONE, 9(11), e113825. doi:10.1371/journal.pone.0113825

    Examples
    --------
    >>> from socluster.development.monitoring.chart import run_chart
    >>> chart = run_chart([3, 5, 4, 6, 2, 4, 5, 9, 8, 9, 7, 9, 8, 9], centre=5)
    >>> chart.useful, chart.longest, chart.crossings, chart.signal
    (12, 7, 3, False)
    """
    points = points_of(values)
    known = points.dropna()
    middle = _given_centre(centre) if centre is not None else (float(known.median()) if len(known) else float("nan"))
    table = _runs(points, middle)
    useful = int((table["run"] > 0).sum())
    missing = len(points) - len(known)
    left_out = counted("{n} missing value was left out.", "{n} missing values were left out.", missing)
    limits = limits_of(useful) if useful >= FEWEST else None
    return RunChart(table, middle, centre is None, limits, (left_out,) if missing else ())


def _given_centre(centre: float) -> float:
    if not is_number(centre) or not np.isfinite(float(centre)):
        raise InputError(Problem("must be a finite number", is_argument=True, column="centre", value=centre))
    return float(centre)


def _runs(points: pd.Series[Any], centre: float) -> pd.DataFrame:
    """Return the points with their sides and runs; of several longest runs the first counts as the longest."""
    sides = np.sign(points.to_numpy() - centre)
    useful = np.isfinite(sides) & (sides != 0)
    run = np.zeros(len(points), dtype=int)
    of_useful = sides[useful]
    if len(of_useful):
        run[useful] = 1 + np.concatenate([[0], np.cumsum(of_useful[1:] != of_useful[:-1])])
    sizes = np.bincount(run)[1:]
    longest = int(np.argmax(sizes)) + 1 if len(sizes) else -1
    names = {1.0: "above", -1.0: "below", 0.0: "on"}
    side = [names[each] if np.isfinite(each) else "missing" for each in sides.tolist()]
    return pd.DataFrame({"value": points, "side": side, "run": run, "in_longest": run == longest}, index=points.index)
