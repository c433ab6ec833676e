"""An attribution in plain words, English and Lithuanian."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import pandas as pd

from socluster.core.schema import TIE
from socluster.whatif.attribution.between import Edit
from socluster.whatif.attribution.games import Player
from socluster.whatif.phrases import assumed
from socluster.whatif.scenarios.step_sentences import sentence
from socluster.words import Language, count, marked, number, percent, say, value_name

__all__ = ["kind_of", "of_attribution", "told"]

_SHOWN = 10

_KINDS = {
    ("layer", "new"): "layer appears",
    ("layer", "gone"): "layer vanishes",
    ("actor", "new"): "actor joins",
    ("actor", "gone"): "actor leaves",
    ("actor", "other"): "actor changes",
    ("group", "new"): "group is set up",
    ("group", "gone"): "group ends",
    ("group", "other"): "group changes",
    ("tie", "new"): "tie forms",
    ("tie", "gone"): "tie ends",
    ("tie", "other"): "tie changes",
    ("affiliation", "new"): "affiliation forms",
    ("affiliation", "gone"): "affiliation ends",
    ("affiliation", "other"): "affiliation changes",
}
_TOLD = {
    "layer appears": marked("the layer {name} appears"),
    "layer vanishes": marked("the layer {name} vanishes"),
    "actor joins": marked("{name} joins, without ties"),
    "actor leaves": marked("{name} leaves, its ties ended"),
    "actor changes": marked("{name} changes"),
    "group is set up": marked("the group {name} is set up"),
    "group ends": marked("the group {name} ends"),
    "group changes": marked("the group {name} changes"),
    "tie forms": marked("tie {name} forms"),
    "tie ends": marked("tie {name} ends"),
    "tie changes": marked("tie {name} changes"),
    "affiliation forms": marked("{name}: affiliation forms"),
    "affiliation ends": marked("{name}: affiliation ends"),
    "affiliation changes": marked("{name}: affiliation changes"),
}


def kind_of(part: Player) -> str:
    """Return what happens in the part: of a single edit in two or three words, of a step its verb."""
    if isinstance(part, Edit):
        return _KINDS[part.what, part.how]
    return part.step.verb if part.how == "new" else f"not {part.step.verb}"


def told(part: Player, language: Language = "en", called: Mapping[str, str] | None = None) -> str:
    """Return the part in words; `called` says what actors are called, if not by their ids.

    Examples
    --------
    >>> told(Edit("tie", ("referral", "hub", "School"), "new")), told(Edit("actor", ("hub",), "new"), "lt")
    ('tie hub – School forms (referral)', 'prisijungia hub, dar be ryšių')
    """
    if not isinstance(part, Edit):
        words = sentence(part.step, language)
        return words if part.how == "new" else say("not: {sentence}", language, sentence=words)
    message = _TOLD[kind_of(part)]

    def names(actor: str) -> str:
        return (called or {}).get(actor, actor)

    if len(part.names) == 1:
        name = value_name("layer", part.names[0], language) if part.what == "layer" else names(part.names[0])
        return say(message, language, name=name)
    layer, near, far, *wave = part.names
    about = [value_name("layer", layer, language)] if layer != TIE else []
    happens = say(message, language, name=f"{names(near)} {'→' if part.directed else '–'} {names(far)}")
    return f"{happens} ({', '.join([*about, *wave])})" if about or wave else happens


def of_attribution(
    table: pd.DataFrame,
    *,
    measure: str,
    names: tuple[str, str | None],
    ends: tuple[float, float],
    interval: float,
    draws: int,
    orders: int,
    defined: float,
    assumptions: Iterable[str],
    data_notes: Iterable[str] = (),
    language: Language = "en",
) -> list[str]:
    """Return a heading, a sentence for each of the ten largest parts, how they were found, and the caveat.

    Parameters
    ----------
    table : DataFrame
        Index: the parts in words, the largest first; columns of `Attribution.to_frame`.
    measure : str
        Name of the measure in words.
    names : tuple of (str, str or None)
        Names of the scenario and of the baseline.
    ends : tuple of (float, float)
        The measure before and after.
    interval, draws, orders, defined
        As in `Attribution`.
    assumptions : iterable of str
        What the tie models assume, in this language.
    data_notes : iterable of str
        What the data say about themselves, in this language.
    language : {"en", "lt"}, default "en"
        Language of the sentences.
    """
    if not defined:
        head = _head_of_nothing(measure, names, language)
        nothing = say("The measure is undefined, so there is nothing to attribute.", language)
        return [head, nothing, *data_notes]
    head = _head(measure, names, ends, interval, draws, language)
    if not table["share"].between(0, 1).all():  # parts of which some are lost again make no shares of a whole
        table = table.assign(share=math.nan)
    lines = [_line(str(edit), row, draws, language) for edit, row in table.head(_SHOWN).iterrows()]
    rest = table["mean_contribution"].iloc[_SHOWN:]
    if len(rest):
        value = number(rest.sum(), language)
        lines.append(count("{n} more adds {value}.", "{n} more add up to {value}.", len(rest), language, value=value))
    lines.append(_how_found(orders, float(table["error"].max()), language))
    if defined < 1:
        share = percent(defined, language)
        lines.append(say("The measure is defined in {p} of the draws; the others are left out.", language, p=share))
    caveat = say(
        "Structure is not effectiveness: a contribution to a change in a measure does not mean better care.", language
    )
    return [head, *lines, *data_notes, *assumed(assumptions, language), caveat]


def _head_of_nothing(measure: str, names: tuple[str, str | None], language: Language) -> str:
    scenario, baseline = names
    current = say("the current cluster", language) if baseline is None else baseline
    return say(
        "Why {measure} changes: {scenario}, compared with {baseline}",
        language,
        measure=measure,
        scenario=scenario,
        baseline=current,
    )


def _head(
    measure: str,
    names: tuple[str, str | None],
    ends: tuple[float, float],
    interval: float,
    draws: int,
    language: Language,
) -> str:
    scenario, baseline = names
    told = {
        "measure": measure,
        "delta": number(ends[1] - ends[0], language),
        "before": number(ends[0], language),
        "after": number(ends[1], language),
        "scenario": scenario,
        "baseline": say("the current cluster", language) if baseline is None else baseline,
    }
    if draws == 1:
        return say(
            "Why {measure} changes by {delta}, from {before} to {after}: {scenario}, compared with {baseline}",
            language,
            **told,
        )
    return count(
        "Why {measure} changes by {delta}, from {before} to {after}: {scenario}, compared with {baseline} ({n} draw, "
        "{interval} intervals)",
        "Why {measure} changes by {delta}, from {before} to {after}: {scenario}, compared with {baseline} ({n} draws, "
        "{interval} intervals)",
        draws,
        language,
        interval=percent(interval, language),
        **told,
    )


def _line(edit: str, row: pd.Series[float], draws: int, language: Language) -> str:
    amount = number(row["mean_contribution"], language)
    if draws > 1:
        low, high = number(row["low"], language), number(row["high"], language)
        amount = say("{value} ({low} to {high})", language, value=amount, low=low, high=high)
    if not math.isnan(row["share"]):
        amount = say("{amount}, {share} of the change", language, amount=amount, share=percent(row["share"], language))
    if row["happens"] < 1 and draws == 1:
        amount = say("{amount}; it does not happen in this draw", language, amount=amount)
    elif row["happens"] < 1:
        p = percent(row["happens"], language)
        amount = say("{amount}; it happens in {p} of the draws", language, amount=amount, p=p)
    return f"{edit}: {amount}."


def _how_found(orders: int, error: float, language: Language) -> str:
    if not orders:
        return say(
            "Each is what the edit adds on average over all orders in which they may be made (Shapley value).", language
        )
    return say(
        "Each is what the edit adds on average over all orders in which they may be made (Shapley value); where there "
        "are more than 8, over random ones, {orders} in all. The largest standard error is {error}.",
        language,
        orders=number(orders, language),
        error=number(error, language),
    )
