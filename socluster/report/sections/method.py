"""Method and definitions: what a node and a tie are, what the measures mean, and what makes the report again."""

from __future__ import annotations

from socluster.core.described import info_text, meaning_in
from socluster.core.version import VERSION
from socluster.report.blocks import Definitions, Part, Shown, ShownTable
from socluster.report.facts import Facts
from socluster.report.scenarios_told import steps_told
from socluster.report.sections.cells import heads, text
from socluster.report.sections.planned import limits_said
from socluster.whatif.comparison.ends import ends_said
from socluster.words import Language, listed, measure_name, number, percent, say, value_name

__all__ = ["method"]


def method(facts: Facts) -> Part:
    """Return what a reader needs to judge the report and to repeat it."""
    language = facts.language
    finding = say("Every number follows from the data named below and the definitions beside it.", language)
    what_ifs = [_what_ifs(facts)] if facts.what_ifs else []
    blocks: list[Shown] = [_network(facts), *what_ifs, Definitions(_terms(facts)), _made(facts)]
    return Part(say("Method and definitions", language), finding, blocks)


def _network(facts: Facts) -> ShownTable:
    """Return what guidelines for reporting about network data (GRAND) ask for."""
    language, cluster = facts.language, facts.cluster
    directed = [layer.name for layer in cluster.layers.values() if layer.directed]
    meanings = [
        say("{layer}: {meaning}", language, layer=value_name("layer", each.name, language), meaning=meaning)
        for each in cluster.layers.values()
        if (meaning := meaning_in(cluster.info, each, language))
    ]
    rows = [
        (say("who is in it", language), _told("boundary", facts)),
        (say("what a tie is", language), "; ".join(meanings) or say("not stated", language)),
        (say("direction", language), _direction(directed, language)),
        (
            say("modes", language),
            say("actors and groups", language) if cluster.n_affiliations else say("actors", language),
        ),
        (say("ties between actors", language), _ties(facts)),
        (
            say("unknown ties", language),
            say("some", language) if cluster.may_hold_unknown else say("none stated", language),
        ),
        (say("source", language), _told("source", facts)),
        (say("licence", language), _told("licence", facts)),
    ]
    cells = [(text(name), text(value)) for name, value in rows]
    return ShownTable(
        say("What the network is", language),
        heads(say("what", language), say("in this report", language), numbers=0),
        cells,
    )


def _what_ifs(facts: Facts) -> ShownTable:
    """Return what happens in each of the what-ifs, as somebody stated it."""
    language = facts.language
    told = {name: "; ".join(steps_told(each, base, language)) for name, (each, base) in facts.what_ifs.items()}
    return ShownTable(
        say("What happens in each what-if, as it was stated", language),
        heads(say("what if", language), say("what happens", language), numbers=0),
        [(text(name), text(said)) for name, said in told.items()],
    )


def _told(key: str, facts: Facts) -> str:
    return info_text(facts.cluster.info, key, facts.language) or say("not stated", facts.language)


def _direction(directed: list[str], language: Language) -> str:
    if not directed:
        return say("ties have no direction", language)
    names = listed([value_name("layer", name, language) for name in directed], language)
    return say("ties have a direction: {layers}", language, layers=names)


def _ties(facts: Facts) -> str:
    if facts.is_projected:
        return say("derived: two are tied if they share a group or an event", facts.language)
    return say("as the data state them", facts.language)


def _terms(facts: Facts) -> list[tuple[str, str]]:
    language = facts.language
    terms = [
        (
            say("Share of shortest paths (betweenness)", language),
            say(
                "Of all pairs of others, the share of whose shortest paths runs through an actor; a pair without a "
                "path counts as none. Freeman 1977, doi:10.2307/3033543.",
                language,
            ),
        ),
        (
            say("Constraint", language),
            say(
                "High where the contacts of an actor are few or tied to each other, so that there is nothing to "
                "broker. Burt 1992; undefined without contacts.",
                language,
            ),
        ),
        (
            say("Partners of a partner who are partners too", language),
            say("Transitivity: of all paths of two steps, the share whose ends are tied.", language),
        ),
        (
            say("Pairs of others cut off", language),
            say("Pairs that reach each other now and would not without the actor who is lost.", language),
        ),
    ]
    if facts.outcomes:
        outcome = facts.outcomes[0]
        exact = list(dict.fromkeys(filter(None, (ends_said(each, language) for each in facts.outcomes))))
        held = say(
            "Holds the change in {share} of the draws. It covers chance and what the tie model does not know; "
            "it does not cover organisations that are missing in the data, nor a wrong model.",
            language,
            share=percent(outcome.interval, language),
        )
        terms.append((say("Interval", language), " ".join([held, *exact])))
    return terms


def _made(facts: Facts) -> ShownTable:
    language = facts.language
    rows = [
        (say("socluster, version", language), VERSION),
        (say("fingerprint of the data", language), facts.cluster.fingerprint),
    ]
    rows += [
        (say("what-if {place}", language, place=place), _drawn(outcome.draws, outcome.made_of.seed, language))
        for place, outcome in enumerate(facts.outcomes, start=1)
    ]
    for ranking in facts.rankings:
        drawn = _drawn(ranking.outcome.draws, ranking.made_of.seed, language)
        rows.append((say("ranking: {goal}", language, goal=ranking.goal.said(language)), drawn))
    for plan in facts.plans:
        goals = ", ".join(measure_name(name, language) for name in plan.goals)
        told = say("plan: {goal}, {limits}", language, goal=goals, limits=limits_said(plan.limits, language))
        rows.append((told, _drawn(plan.draws, plan.seed, language)))
    cells = [(text(name), text(value)) for name, value in rows]
    note = say(
        "Random numbers follow the names in the data: the same data under other names, as in another language, are "
        "drawn otherwise.",
        language,
    )
    has_drawn = bool(facts.outcomes or facts.rankings or facts.plans)
    titles = heads(say("what", language), say("value", language), numbers=0)
    return ShownTable(say("How to make it again", language), titles, cells, note if has_drawn else "")


def _drawn(draws: int, seed: int | None, language: Language) -> str:
    shown = "–" if seed is None else str(seed)
    return say("{draws} draws, seed {seed}", language, draws=number(draws, language), seed=shown)
