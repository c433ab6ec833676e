"""The tables of the demonstration, with headings and names that people read."""

from __future__ import annotations

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.demo.study import DemoResults
from socluster.words import Language, marked, measure_name, number, percent, say

__all__ = ["brokers", "comparison", "headed", "most_central", "movers", "named", "printed"]

_SHOWN = 10
_NUMBERS = {
    "before": marked("before"),
    "after": marked("after"),
    "delta": marked("difference"),
    "low": marked("from", context="interval"),
    "high": marked("to", context="interval"),
    "p_increase": marked("rises in"),
    "error": marked("error"),
}


def most_central(profile: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the ten organisations with the largest betweenness."""
    return profile.nlargest(_SHOWN, "betweenness")


def brokers(roles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of those who broker anything, the busiest first."""
    return roles[roles["total"] > 0].sort_values("total", ascending=False)


def headed(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the table with names of measures as headings."""
    words = {column: measure_name(column, language) for column in frame.columns}
    return frame.rename(columns=words).rename_axis(say("organisation", language))


def named(frame: pd.DataFrame, cluster: Cluster, language: Language) -> pd.DataFrame:
    """Return the table with the names of the organisations in place of their ids, and headings in words."""
    actors = cluster.actors
    names = actors["name_lt"].fillna(actors["name"]) if language == "lt" else actors["name"]
    return headed(frame.rename(index=names.fillna(actors.index.to_series()).to_dict()), language)


def comparison(outcome: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the numbers of the comparison as a reader of the page asks for them."""
    table = outcome.droplevel("scenario")[list(_NUMBERS)]
    texts = {
        say(_NUMBERS[column], language, context="interval" if column in ("low", "high") else None): [
            percent(value, language) if column == "p_increase" else number(value, language) for value in table[column]
        ]
        for column in table
    }
    index = pd.Index([measure_name(name, language) for name in table.index], name=say("measure", language))
    return pd.DataFrame(texts, index=index)


def movers(results: DemoResults, language: Language) -> pd.DataFrame:
    """Return before and after of those whose betweenness is least certain."""
    moved = results.outcome.by_actor("betweenness").query("status == 'stayed'")
    widest = (moved["high"] - moved["low"]).nlargest(_SHOWN).index
    chosen = moved.loc[widest]
    spread = {"after_low": chosen["before"] + chosen["low"], "after_high": chosen["before"] + chosen["high"]}
    table = chosen[["before", "after"]].assign(**spread)
    return table.set_axis(named(chosen[["before"]], results.network, language).index)


def printed(frame: pd.DataFrame, language: Language) -> list[str]:
    """Return the lines of a table for the terminal, with the decimal sign of the language."""
    text: str = frame.to_string(decimal="," if language == "lt" else ".")
    return text.split("\n")
