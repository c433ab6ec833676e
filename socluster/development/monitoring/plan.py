"""How far is a plan: what was done of what was planned, and which part of the way to a target is covered?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.result import Result
from socluster.development.monitoring.plan_table import plan_of
from socluster.words import Language, Phrase, count, listed, marked, number, percent, say, with_unit
from socluster.words.headings import as_title

__all__ = ["PlanOutcome", "plan_and_outcome"]

_MOST_NAMED = 5
_ARE_UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False, repr=False)
class PlanOutcome(Result):
    """What `plan_and_outcome` found. Its text says it in sentences.

    Parameters
    ----------
    table : DataFrame
        A row per indicator, as `to_frame` returns it.
    """

    table: pd.DataFrame = field(repr=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The indicators of which nobody stated what was done."""
        return tuple(self.table.index[self.table["status"] == _ARE_UNKNOWN])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per indicator.

        Returns
        -------
        DataFrame
            Index `indicator`. Columns: unit; planned; done; baseline; direction ("higher" or "lower" is better);
            share (done / planned, where there is no baseline and more is better); share_of_way
            ((done - baseline) / (planned - baseline)); status: "reached", "not reached" or "unknown". What is not
            known, or not defined, is NaN; it is never 0.
        """
        return self.table.copy()

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: how far every indicator is, on one scale from nothing or the baseline to the target.

        Parameters
        ----------
        title : str, optional
            Default: how many of the targets are reached.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.
        """
        from socluster.plot import plan_outcome  # plotly is heavy; load it when somebody wants to see

        heading = as_title(self._headline(language)) if title is None and len(self.table) else title
        shown = self.table[["planned", "done", "baseline"]].assign(
            share=self.table["share_of_way"].fillna(self.table["share"]), unit=self.table["unit"]
        )
        return plan_outcome(shown, title=heading, language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what is reached, how far the others are, and what is not known.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if self.table.empty:
            return [say("Nothing was planned.", language), *self.about_data(language)]
        rows = [self._of_row(str(name), row, language) for name, row in self._known().iterrows()]
        return [
            self._headline(language),
            *rows,
            *self._not_known(language),
            say("What was done is not what it brought: outcomes are counted here, not effects.", language),
            *self.about_data(language),
        ]

    def _known(self) -> pd.DataFrame:
        return self.table[self.table["status"] != _ARE_UNKNOWN]

    def _headline(self, language: Language) -> str:
        known = self._known()
        reached = int((known["status"] == "reached").sum())
        return count(
            "{n} target: {reached} reached, {missed} not reached, {unknown} not known.",
            "{n} targets: {reached} reached, {missed} not reached, {unknown} not known.",
            len(self.table),
            language,
            reached=number(reached, language),
            missed=number(len(known) - reached, language),
            unknown=number(len(self.unknown), language),
        )

    def _of_row(self, name: str, row: pd.Series[Any], language: Language) -> str:
        values: dict[str, Any] = {
            "name": with_unit(name, row["unit"], language),
            **{key: number(row[key], language, digits=7) for key in ("planned", "done", "baseline")},
        }
        if not np.isnan(row["share_of_way"]):
            share = percent(row["share_of_way"], language, decimals=1)
            message = marked("{name}: from {baseline} to {done}, target {planned}; {share} of the way is covered.")
            if row["share_of_way"] < 0:
                message = marked("{name}: from {baseline} to {done}, target {planned}; it moved away from it.")
            return say(message, language, share=share, **values)
        if not np.isnan(row["baseline"]):
            message = marked(
                "{name}: {done}, target {planned}; the baseline is the target, so that there is no way between."
            )
            return say(message, language, **values)
        if not np.isnan(row["share"]):
            share = percent(row["share"], language, decimals=1)
            return say("{name}: {done} of {planned} planned ({share}).", language, share=share, **values)
        return say("{name}: {done}, target {planned}.", language, **values)

    def _not_known(self, language: Language) -> list[str]:
        if not self.unknown:
            return []
        return [
            count(
                "What was done is not known of {n} indicator, which is not the same as nothing: {names}.",
                "What was done is not known of {n} indicators, which is not the same as nothing: {names}.",
                len(self.unknown),
                language,
                names=listed(self.unknown, language, most=_MOST_NAMED),
            )
        ]


@checked
def plan_and_outcome(table: pd.DataFrame, /) -> PlanOutcome:
    r"""How far is the plan: what was done of what was planned?

    Without a baseline, the share done is done / planned. With one, the share of the way to the target is

    .. math:: \frac{\text{done} - \text{baseline}}{\text{planned} - \text{baseline}}

    so that "fewer children in institutions" counts as "more events" does.

    Parameters
    ----------
    table : DataFrame
        A row per indicator. Columns planned (the target; also called `target`) and done (also called `value`; empty
        where it is not known); optional: indicator (its name; otherwise the index), unit, baseline, and direction
        ("higher" or "lower" is better), which every row with a baseline needs. Other columns are passed over.

    Returns
    -------
    PlanOutcome
        `.to_frame()`: share, share_of_way and status by indicator; `.unknown`, `.plot()`.

    Raises
    ------
    InputError
        If a column is missing, a target is missing or no number, an indicator is there twice, a row with a baseline has
        no direction, or its target lies on the other side of the baseline. All bad rows are listed.

    Notes
    -----
    What is not known stays unknown: it is not 0 %. Where planned equals the baseline, there is no way between the two,
    and its share is undefined (NaN). Shares of different indicators do not add up, so there is no total.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.development.monitoring.plan import plan_and_outcome
    >>> found = plan_and_outcome(sc.dataset_tables("care_reform")["indicators"])
    >>> row = found.to_frame().loc["4.1.1"]
    >>> row["status"], round(float(row["share"]), 5)
    ('reached', 1.04918)
    >>> len(found.unknown)
    7
    """
    read = plan_of(table)
    with_baseline, lower = read["baseline"].notna(), read["direction"] == "lower"
    # 0 divided by 0 is NaN here, as is everything that involves an unknown number
    way = (read["done"] - read["baseline"]) / (read["planned"] - read["baseline"]).replace(0, np.nan)
    done = (read["done"] / read["planned"].replace(0, np.nan)).where(~with_baseline & ~lower)
    reached = (read["done"] >= read["planned"]).where(~lower, read["done"] <= read["planned"])
    status = np.where(read["done"].isna(), _ARE_UNKNOWN, np.where(reached, "reached", "not reached"))
    return PlanOutcome(read.assign(share=done, share_of_way=way, status=status))
