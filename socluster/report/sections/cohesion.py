"""How it hangs together: the picture, the connected parts, and what a whole network has in numbers."""

from __future__ import annotations

from socluster.core.cluster import Cluster
from socluster.measures.cohesion.closure import transitivity
from socluster.measures.cohesion.density import components, density
from socluster.measures.cohesion.distance import average_path_length, diameter
from socluster.plot.svg.attendances import attendances
from socluster.plot.svg.network import network_picture
from socluster.report.blocks import Bullets, Figure, Part, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.cells import amount, heads, share, text
from socluster.words import Language, count, listed, number, percent, say

__all__ = ["cohesion"]

_MOST_NAMED = 5  # of those without a tie
_MOST_BETWEEN = 120  # who are in several groups, in a picture of attendances: they all stand below each other


def cohesion(facts: Facts) -> Part | None:
    """Return into how many parts the network falls, and how it looks."""
    language, network = facts.language, facts.network
    heading = say("How it hangs together", language)
    if not network.n_actors:
        return None
    if not network.n_ties:
        return Part(heading, say("No tie between two of them is known.", language), _picture(facts))
    sizes = facts.component_sizes
    finding = _finding(facts) + _alone_beside_parts(facts) + _without_uncertain(facts)
    big = _big(sizes, language)
    told = [Bullets(facts.projection_warnings)] if facts.projection_warnings else []
    return Part(heading, finding, [*_picture(facts), _numbers(facts), *told], (big, finding))


def _big(sizes: list[int], language: Language) -> str:
    """Return the number of the summary: how many are connected of how many, or how large the parts are."""
    if len(sizes) > 1 and sizes[1] > 1:
        return " + ".join(number(size, language) for size in sizes[:3]) + (" …" if len(sizes) > 3 else "")
    return say("{some} of {all}", language, some=number(sizes[0], language), all=number(sum(sizes), language))


def _apart(facts: Facts) -> float:
    """Return the share of pairs in different parts."""
    sizes, n = facts.component_sizes, facts.network.n_actors
    pairs = n * (n - 1) / 2
    return 1 - sum(size * (size - 1) / 2 for size in sizes) / pairs if pairs else float("nan")


def _finding(facts: Facts) -> str:
    language, sizes = facts.language, facts.component_sizes
    if len(sizes) == 1 and facts.certain_parts > 1:
        return count(
            "All are connected only if every uncertain tie is counted as if it existed; without these ties the network "
            "falls into {n} part.",
            "All are connected only if every uncertain tie is counted as if it existed; without these ties the network "
            "falls into {n} parts.",
            facts.certain_parts,
            language,
        )
    if len(sizes) == 1 and facts.network.is_directed():
        return say("All are connected, where the direction of ties is left aside.", language)
    if len(sizes) == 1:
        return say("All are connected: from each there is a chain of ties to every other.", language)
    alone = sizes.count(1)
    if alone == len(sizes) - 1:
        return count(
            "{n} has no tie ({names}); the other {others} hang together, directly or over others.",
            "{n} have no tie ({names}); the other {others} hang together, directly or over others.",
            alone,
            language,
            names=_without_ties(facts),
            others=number(max(sizes), language),
        )
    if facts.network.is_directed():
        return count(
            "The network falls into {n} part; between {share} of all pairs there is no chain in any direction.",
            "The network falls into {n} parts; between {share} of all pairs there is no chain in any direction.",
            len(sizes),
            language,
            share=percent(_apart(facts), language),
        )
    return count(
        "The network falls into {n} part; between {share} of all pairs there is no chain of ties.",
        "The network falls into {n} parts; between {share} of all pairs there is no chain of ties.",
        len(sizes),
        language,
        share=percent(_apart(facts), language),
    )


def _without_ties(facts: Facts) -> str:
    """Return the names of those without a tie: of many the first, and how many more."""
    parts = components(facts.network)
    sizes = parts.map(parts.value_counts())
    return listed([facts.name(actor) for actor in sizes.index[sizes == 1]], facts.language, most=_MOST_NAMED)


def _alone_beside_parts(facts: Facts) -> str:
    """Return who has no tie, where there are several parts besides."""
    sizes = facts.component_sizes
    if sizes[-1] > 1 or len(sizes) < 2 or sizes[1] == 1:
        return ""
    return " " + say("Without a tie: {names}.", facts.language, names=_without_ties(facts))


def _without_uncertain(facts: Facts) -> str:
    """Return into how many parts a network of several would fall without its uncertain ties, if into more."""
    if len(facts.component_sizes) == 1 or facts.certain_parts == len(facts.component_sizes):
        return ""
    said = count(
        "Every uncertain tie is counted here as if it existed; without these ties there is {n} part.",
        "Every uncertain tie is counted here as if it existed; without these ties there are {n} parts.",
        facts.certain_parts,
        facts.language,
    )
    return f" {said}"


def _picture(facts: Facts) -> list[Figure]:
    language, cluster = facts.language, facts.cluster
    if not facts.has_pictures:
        return []
    attended = facts.is_projected or not facts.network.n_ties
    if attended and cluster.n_affiliations and _n_between(cluster) <= _MOST_BETWEEN:
        caption = say(
            "In the margins: in one group or at one event only. In the middle, bold: in several, so they connect "
            "these.",
            language,
        )
        return [Figure(say("Who belongs where", language), [attendances(cluster, facts.color, language)], caption)]
    network = facts.network
    if not network.n_ties:
        return []
    caption = say(
        "The larger a mark, the higher its betweenness. Dashed: ties that are not certain. Distances have no meaning.",
        language,
    )
    drawn = network_picture(network, facts.color, facts.betweenness.reindex(network.actors.index), language)
    return [Figure(say("Who is tied to whom", language), [drawn], caption)]


def _n_between(cluster: Cluster) -> int:
    """Return how many actors are in several groups."""
    pairs = cluster.affiliations[["actor", "group"]].drop_duplicates()
    return int((pairs["actor"].value_counts() > 1).sum())


def _numbers(facts: Facts) -> ShownTable:
    language, network = facts.language, facts.network
    rows = [
        (text(say("ties", language)), amount(network.n_ties, language)),
        (text(say("density (share of possible ties that exist)", language)), share(density(network), language)),
        (text(say("connected parts", language)), amount(len(facts.component_sizes), language)),
        (text(say("largest part, actors", language)), amount(facts.component_sizes[0], language)),
        (
            text(say("steps between two who reach each other, on average", language)),
            amount(average_path_length(network), language, 2),
        ),
        (text(say("steps at most", language)), amount(diameter(network), language)),
        (text(say("partners of a partner who are partners too", language)), share(transitivity(network), language)),
    ]
    return ShownTable(
        say("The network in numbers", language), heads(say("what", language), say("value", language), numbers=1), rows
    )
