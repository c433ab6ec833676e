"""Exercises of tutorial 05: what do you know of a cluster, and how sure is it?"""

from __future__ import annotations

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.io.datasets import dataset_tables, load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.centrality.rank_stability import rank_stability
from socluster.measures.cohesion.density import density
from socluster.measures.survey.agreement import report_agreement
from socluster.measures.survey.nonresponse import bounds
from socluster.words import marked

__all__ = ["EXERCISES"]


def _survey(*silent: str) -> Cluster:
    """Return the published answers, but for those of organisations that are taken to be silent."""
    published = load_dataset("knoke").layer("information")
    actors = published.actors.assign(responded=lambda table: ~table.index.isin(silent))
    answers = published.ties.assign(evidence="reported")
    return Cluster.from_tables(actors, answers[~answers["source"].isin(silent)], layers=published.layers)


def _exchange(confidence: float) -> Cluster:
    """Return the pairs that exchange information; those that one side reports are as sure as stated."""
    survey = _survey()
    ends = ["source", "target"]
    pairs, confirmed = (survey.symmetrise(rule).ties for rule in ("any", "all"))
    sure = pd.MultiIndex.from_frame(pairs[ends]).isin(pd.MultiIndex.from_frame(confirmed[ends]))
    pairs["confidence"] = [1.0 if each else confidence for each in sure]
    pairs["layer"] = ["both sides" if each else "one side" for each in sure]
    return Cluster.from_tables(survey.actors, pairs)


def _most(column: str) -> str:
    return str(report_agreement(_survey()).to_frame()[column].idxmax())


def _unknown(*silent: str) -> int:
    return int(_survey(*silent).unknown_matrix().sum())


def _density(low: str, high: str) -> tuple[float, float]:
    row = bounds(_survey("WRO"), density).to_frame().loc["density"]
    return float(row[low]), float(row[high])


def _news_on_top(confidence: float) -> float:
    ranking = rank_stability(_exchange(confidence), betweenness, draws=500, rng=7)
    return float(ranking.to_frame().loc["NEWS", "on_top"])


def _outcomes() -> pd.DataFrame:
    return dataset_tables("care_reform")["indicators"]


EXERCISES = (
    Exercise(
        "05.1",
        lambda: _most("only_other"),
        (
            Hint(
                lambda: _most("only_own"),
                marked("This one reports most ties that the other side does not; the question is about the reverse."),
            ),
            Hint(lambda: _most("both"), marked("This one has most ties that both sides report.")),
        ),
    ),
    Exercise(
        "05.2",
        lambda: _unknown("WRO", "WEST"),
        (
            Hint(lambda: _unknown("WRO"), marked("So many are unknown if one of them is silent.")),
            Hint(20, marked("Nobody is asked about itself.")),
            Hint(17, marked("What WRO says of WEST and what WEST says of WRO are two answers.")),
            Hint(1, marked("That would be so if either side could tell. Here only the source of a tie can.")),
            Hint(2, marked("So many actors are silent; dyads are asked for.")),
        ),
    ),
    Exercise(
        "05.3",
        lambda: _density("minimum", "maximum"),
        (
            Hint(
                lambda: _density("low", "high"),
                marked("Between these lie 90% of the possible networks; the question is what is sure."),
            ),
            Hint(lambda: _density("maximum", "minimum"), marked("The smallest value comes first.")),
        ),
        tolerance=1e-3,
    ),
    Exercise(
        "05.4",
        lambda: _news_on_top(0.3),
        (Hint(lambda: _news_on_top(0.6), marked("That is its share with a confidence of 0.6.")),),
        tolerance=0.05,
    ),
    Exercise(
        "05.5",
        lambda: float(_outcomes()["done"].notna().mean()),
        (
            Hint(
                lambda: int(_outcomes()["done"].notna().sum()),
                marked("That is how many are known; which part of all is it?"),
            ),
            Hint(lambda: float(_outcomes()["done"].isna().mean()), marked("For this share it is not known.")),
            Hint(
                lambda: 64 / 61,
                marked(
                    "So far was the first indicator met; the question is how many indicators have an outcome at all."
                ),
            ),
        ),
    ),
)
