"""What holds it up: what breaks if one of them is lost."""

from __future__ import annotations

from socluster.measures.services.offers import SERVICE
from socluster.report.blocks import Bullets, Part, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.cells import amount, heads, not_shown, text
from socluster.whatif.leaving.loss_text import NO_PLACES
from socluster.words import count, number, phrase, say

__all__ = ["leaving"]

_ROWS = 8
_UNCERTAIN = phrase(
    "Uncertain ties were counted as if they existed: without them, others may be cut off, or be so already."
)


def _offers_services(facts: Facts) -> bool:
    """Whether there are services, of which a loss may leave less without leaving nobody."""
    kinds = facts.cluster.groups.get("kind")
    return kinds is not None and bool((kinds == SERVICE).any())


def leaving(facts: Facts) -> Part | None:
    """Return whose loss would cut others off, one at a time."""
    language, network = facts.language, facts.network
    if not network.n_ties:
        return None
    table = facts.losses.to_frame()
    cutting = table[(table["broken_pairs"] > 0) | (table["services"] > 0)]
    order = list(cutting.index)  # as the library has them: by what breaks, then by name
    if not order and network.n_actors < 3:
        return None  # there are no two others
    heading = say("What if one of them is lost", language)
    on_paper = say("These are losses on paper: others may step in.", language)
    said = [on_paper, *([say(NO_PLACES, language)] if _offers_services(facts) else [])]
    caveat = Bullets([*said, *([_UNCERTAIN.said(language)] if network.n_uncertain else [])])
    if not order:
        finding = say("No single loss cuts two others off from each other.", language)
        return Part(heading, finding, [caveat], (number(0, language), finding))
    finding = count(
        "{n} of {whole} cannot be lost without cutting others off or leaving a group without anybody.",
        "{n} of {whole} cannot be lost without cutting others off or leaving a group without anybody.",
        len(order),
        language,
        whole=number(network.n_actors, language),
    )
    rows = [
        (
            text(facts.name(actor)),
            amount(float(cutting.loc[actor, "ties"]), language),
            amount(float(cutting.loc[actor, "broken_pairs"]), language),
            amount(float(cutting.loc[actor, "isolated"]), language),
            amount(float(cutting.loc[actor, "services"]), language),
        )
        for actor in order
    ]
    titles = heads(
        say("without", language),
        say("ties lost", language),
        say("pairs of others cut off", language),
        say("left without ties", language),
        say("groups left empty", language),
        numbers=4,
    )
    caption = say("One loss at a time", language)
    left_out = not_shown(len(rows) - len(rows[:_ROWS]), language)
    shown = ShownTable(caption, titles, rows[:_ROWS], left_out, in_full=ShownTable(caption, titles, rows))
    short = say("{n} of {whole}", language, n=number(len(order), language), whole=number(network.n_actors, language))
    return Part(heading, finding, [shown, caveat], (short, finding))
