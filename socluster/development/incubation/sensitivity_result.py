"""On which assumptions an answer about incubation depends, in a table and in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.result import Result
from socluster.development.incubation.assumed import quantity_name
from socluster.development.incubation.incubated import Quantity
from socluster.development.incubation.incubated_text import quantity_said
from socluster.words import Language, Phrase, count, listed, number, percent, say

__all__ = ["IncubationSensitivity"]

_MOST_NAMED = 3


@dataclass(frozen=True, eq=False, repr=False)
class IncubationSensitivity(Result):
    """What `incubation_sensitivity` found. Its text says which assumptions move the answer most.

    Parameters
    ----------
    cluster : Cluster
        Who was at the events.
    table : DataFrame
        What `to_frame` returns.
    what : str
        Which answer.
    draws : int
        Histories for each combination of assumptions.
    seed : int, optional
        Seed, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    """

    cluster: Cluster
    table: pd.DataFrame = field(compare=False)
    what: Quantity
    draws: int
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per assumption, that which moves the answer most first.

        Returns
        -------
        DataFrame
            Index `quantity`; columns low, high (the range), mu_star (mean size of the change from the lower to the
            upper end), sigma (how much it depends on the others), first and total (shares of the variance over the
            ranges, alone and together with others), first_error and total_error (half their 95 % confidence
            intervals).
        """
        return self.table.sort_values("mu_star", ascending=False, kind="stable")

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw by how much each assumption moves the answer (`mu_star`), the largest first.

        Parameters
        ----------
        title : str, optional
            Default: the question.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.tornado import tornado

        table = self.to_frame()
        names = [quantity_name(str(name), language) for name in table.index]
        shown = pd.DataFrame({"low": 0.0, "base": 0.0, "high": table["mu_star"].to_numpy()}, index=names)
        label = say("change of: {what}", language, what=quantity_said(self.what, language))
        question = say("Which assumption moves the answer most?", language)
        simulated = say("Simulated under stated assumptions, not observed.", language)
        return tornado(
            shown,
            label=label,
            title=question if title is None else title,
            subtitle=about(language, cluster=self.cluster.name, actors=self.cluster.n_actors, draws=self.draws),
            caption=f"{simulated} {source_of(self.cluster, language)}",
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return which assumptions move the answer most, and what that rests on.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        table = self.to_frame()
        first = table.iloc[:_MOST_NAMED]
        named = [
            f"{quantity_name(str(name), language)} ({number(float(row['mu_star']), language)})"
            for name, row in first.iterrows()
        ]
        said = [
            say(
                "What moves the answer ({what}) most over its range, on average: {named}.",
                language,
                what=quantity_said(self.what, language),
                named=listed(named, language),
            )
        ]
        if table["total"].notna().any():
            largest = table["total"].idxmax()
            said.append(
                say(
                    "Largest share of the variance over all ranges: {name}, alone {first}, with others {total}.",
                    language,
                    name=quantity_name(str(largest), language),
                    first=percent(float(max(table.loc[largest, "first"], 0.0)), language),
                    total=percent(float(min(table.loc[largest, "total"], 1.0)), language),
                )
            )
        said.append(
            say(
                "The ranges are assumptions themselves; each answer is a mean over {draws}.",
                language,
                draws=count("{n} simulated history", "{n} simulated histories", self.draws, language),
            )
        )
        return [*said, *self.about_data(language)]
