"""Prints the demonstration and writes its page."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.demo.study import ROUND_TABLE, Study, study
from socluster.demo.words import say
from socluster.plot import dumbbell, network, positions
from socluster.report import Section, page
from socluster.whatif.comparison.outcome_text import measure_name
from socluster.words import Language, number, percent

__all__ = ["run"]

_SHOWN = 10


def run(output: Path, *, language: Language = "en", draws: int = 1000, seed: int = 7) -> Path:
    """Print the demonstration and write its page.

    Parameters
    ----------
    output : Path
        The HTML page to write.
    language : {"en", "lt"}, default "en"
        Language of all that is said.
    draws : int, default 1000
        Draws of what is not known.
    seed : int, default 7
        Seed of the draws.

    Returns
    -------
    Path
        Where the page was written.
    """
    results = study(say("scenario", language), draws, seed)
    _print(results, language)
    written = page(output, _sections(results, language, draws, seed), say("title", language), language)
    print(say("written", language, path=written.resolve()))
    return written


def _print(results: Study, language: Language) -> None:
    print(say("title", language), repr(results.region), sep="\n")
    print(f"\n{say('clique', language)}\n  {results.clique_warning}")
    print(f"\n{say('network', language)}\n{results.network!r}\n{_top(results.profile).round(3).to_string()}")
    print(f"\n{say('roles', language)}\n{_brokers(results.roles).to_string()}")
    print(f"\n{say('whatif', language)}", *(f"  {line}" for line in results.outcome.sentences(language)), "", sep="\n")


def _sections(results: Study, language: Language, draws: int, seed: int) -> list[Section]:
    def text(key: str, **values: object) -> str:
        return say(key, language, **values)

    region, after = results.region, results.after
    counts = {"actors": region.n_actors, "groups": region.n_groups, "affiliations": region.n_affiliations}
    places = positions(after)
    size = results.profile["betweenness"]
    caveat = results.outcome.sentences(language)
    return [
        Section(
            text("documented"),
            [text("documented text", **counts), (network(region, language=language), text("figure two-mode"))],
        ),
        Section(text("clique"), [text("clique text", warning=results.clique_warning, event=ROUND_TABLE)]),
        Section(
            text("network"),
            [
                text("network text", ties=results.network.n_ties),
                (network(results.network, size=size, layout=places, language=language), text("figure network")),
                (_named(_top(results.profile), region, language), text("profile")),
            ],
        ),
        Section(
            text("roles"),
            [text("roles text"), (_named(_brokers(results.roles), region, language), text("roles table"))],
        ),
        Section(
            text("whatif"),
            [
                text("whatif text", draws=draws),
                caveat[1:],
                (results.outcome.plot(language=language), text("figure intervals")),
                (network(after, layout=places, language=language), text("figure after")),
                (_plain(results.outcome.to_frame(), language), text("numbers")),
            ],
        ),
        Section(
            text("gain"),
            [
                text("gain text"),
                (
                    dumbbell(_movers(results, language), label=text("betweenness"), language=language),
                    text("figure gain"),
                ),
            ],
        ),
        Section(
            text("ground"),
            [
                text("ground text", source=region.info.get("source", "")),
                text("ground stamp", fingerprint=region.fingerprint, seed=seed, draws=draws),
            ],
        ),
    ]


def _top(profile: pd.DataFrame) -> pd.DataFrame:
    return profile.nlargest(_SHOWN, "betweenness")


def _brokers(roles: pd.DataFrame) -> pd.DataFrame:
    return roles[roles["total"] > 0].sort_values("total", ascending=False)


def _named(frame: pd.DataFrame, cluster: Cluster, language: Language) -> pd.DataFrame:
    """Return the table with the names of the actors in place of their ids, and headings in words."""
    actors = cluster.actors
    names = actors["name_lt"].fillna(actors["name"]) if language == "lt" else actors["name"]
    names = names.fillna(actors.index.to_series())
    words = {column: say(f"column {column}", language) for column in frame.columns}
    return frame.rename(index=names.to_dict(), columns=words).rename_axis(say("column actor", language))


def _plain(outcome: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the numbers of the comparison as a reader of the page asks for them."""
    columns = ["before", "after", "delta", "low", "high", "p_increase", "error"]
    table = outcome.droplevel("scenario")[columns]
    texts = {
        say(f"column {column}", language): [
            percent(value, language) if column.startswith("p_") else number(value, language) for value in table[column]
        ]
        for column in columns
    }
    index = pd.Index([measure_name(name, language) for name in table.index], name=say("column measure", language))
    return pd.DataFrame(texts, index=index)


def _movers(results: Study, language: Language) -> pd.DataFrame:
    """Return before and after of those whose betweenness is least certain."""
    moved = results.outcome.by_actor("betweenness").query("status == 'stayed'")
    widest = (moved["high"] - moved["low"]).nlargest(_SHOWN).index
    chosen = moved.loc[widest]
    spread = {"after_low": chosen["before"] + chosen["low"], "after_high": chosen["before"] + chosen["high"]}
    table = chosen[["before", "after"]].assign(**spread)
    return table.set_axis(_named(chosen[["before"]], results.network, language).index)
