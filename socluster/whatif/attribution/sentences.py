"""An attribution in plain words, English and Lithuanian."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from socluster.core.schema import TIE
from socluster.whatif.attribution.between import Edit
from socluster.whatif.attribution.games import Part
from socluster.whatif.scenarios.step_sentences import sentence
from socluster.words import Language, number, percent

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
    "en": {
        "layer appears": "the layer {name} appears",
        "layer vanishes": "the layer {name} vanishes",
        "actor joins": "{name} joins, without ties",
        "actor leaves": "{name} leaves, its ties ended",
        "actor changes": "{name} changes",
        "group is set up": "the group {name} is set up",
        "group ends": "the group {name} ends",
        "group changes": "the group {name} changes",
        "tie forms": "tie {name} forms{more}",
        "tie ends": "tie {name} ends{more}",
        "tie changes": "tie {name} changes{more}",
        "affiliation forms": "{name}: affiliation forms{more}",
        "affiliation ends": "{name}: affiliation ends{more}",
        "affiliation changes": "{name}: affiliation changes{more}",
        "undone": "not: {sentence}",
    },
    "lt": {
        "layer appears": "atsiranda sluoksnis {name}",
        "layer vanishes": "išnyksta sluoksnis {name}",
        "actor joins": "prisijungia {name}, dar be ryšių",
        "actor leaves": "pasitraukia {name}, jau be ryšių",
        "actor changes": "keičiasi {name}",
        "group is set up": "įsteigiama grupė {name}",
        "group ends": "baigiasi grupė {name}",
        "group changes": "keičiasi grupė {name}",
        "tie forms": "užsimezga ryšys {name}{more}",
        "tie ends": "nutrūksta ryšys {name}{more}",
        "tie changes": "keičiasi ryšys {name}{more}",
        "affiliation forms": "{name}: atsiranda priklausymas{more}",
        "affiliation ends": "{name}: baigiasi priklausymas{more}",
        "affiliation changes": "{name}: keičiasi priklausymas{more}",
        "undone": "neįvyksta: {sentence}",
    },
}
_TEXT = {
    "en": {
        "head": "Why {measure} changes by {delta}, from {before} to {after}: {scenario}, compared with {baseline}",
        "now": "the cluster as it is",
        "draws": " ({draws} draws, {interval} intervals)",
        "line": "{edit}: {value}{interval}{share}{happens}.",
        "interval": " ({low} to {high})",
        "share": ", {share} of the change",
        "happens": "; it happens in {p} of the draws",
        "more": "{n} more add up to {value}.",
        "exact": "Each is what the edit adds on average over all orders in which they may be made (Shapley value).",
        "sampled": (
            "Each is what the edit adds on average over all orders in which they may be made (Shapley value); where "
            "there are more than 8, over random ones, {orders} in all. The largest standard error is {error}."
        ),
        "partly": "The measure is defined in {p} of the draws; the others are left out.",
        "undefined": "The measure is undefined where it was needed, so there is nothing to attribute.",
        "assumption": "Assumption: {text}.",
        "caveat": "Structure is not effectiveness: a part of a change in a measure does not yet mean better care.",
    },
    "lt": {
        "head": "Kodėl {measure} kinta dydžiu {delta}, iš {before} į {after}: {scenario}, palyginti su: {baseline}",
        "now": "klasteris, koks yra",
        "draws": " (bandymų: {draws}, intervalai: {interval})",
        "line": "{edit}: {value}{interval}{share}{happens}.",
        "interval": " (nuo {low} iki {high})",
        "share": ", {share} pokyčio",
        "happens": "; įvyksta {p} bandymų",
        "more": "Kitų (jų yra {n}) bendras indėlis: {value}.",
        "exact": "Indėlis – kiek pakeitimas vidutiniškai prideda, imant visas pakeitimų eiles (Shapley vertė).",
        "sampled": (
            "Indėlis – kiek pakeitimas vidutiniškai prideda, imant visas pakeitimų eiles (Shapley vertė); jei jų "
            "daugiau nei 8 – atsitiktines, kurių iš viso {orders}. Didžiausia standartinė paklaida – {error}."
        ),
        "partly": "Rodiklis apibrėžtas {p} bandymų; kiti praleisti.",
        "undefined": "Rodiklis ten, kur jo reikia, neapibrėžtas, todėl priskirti nėra ko.",
        "assumption": "Prielaida: {text}.",
        "caveat": "Struktūra dar nėra veiksmingumas: rodiklio pokyčio dalis nereiškia geresnės pagalbos.",
    },
}


def kind_of(part: Part) -> str:
    """Return what happens in the part: of a single edit in two or three words, of a step its verb."""
    if isinstance(part, Edit):
        return _KINDS[part.what, part.how]
    return part.step.verb if part.how == "new" else f"not {part.step.verb}"


def told(part: Part, language: Language = "en") -> str:
    """Return the part in words.

    Examples
    --------
    >>> told(Edit("tie", ("referral", "hub", "School"), "new")), told(Edit("actor", ("hub",), "new"), "lt")
    ('tie hub – School forms (referral)', 'prisijungia hub, dar be ryšių')
    """
    text = _TOLD[language]
    if not isinstance(part, Edit):
        words = sentence(part.step, language)
        return words if part.how == "new" else text["undone"].format(sentence=words)
    if len(part.names) == 1:
        return text[kind_of(part)].format(name=part.names[0])
    layer, near, far, *wave = part.names
    about = [name for name in (layer, *wave) if name != TIE]
    name = f"{near} {'→' if part.directed else '–'} {far}"
    return text[kind_of(part)].format(name=name, more=f" ({', '.join(about)})" if about else "")


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
    language : {"en", "lt"}, default "en"
        Language of the sentences.
    """
    text = _TEXT[language]
    before, after = (number(each, language) for each in ends)
    delta = number(ends[1] - ends[0], language)
    said = {"scenario": names[0], "baseline": names[1] or text["now"], "measure": measure}
    head = text["head"].format(**said, delta=delta, before=before, after=after)
    if draws > 1:
        head += text["draws"].format(draws=draws, interval=percent(interval, language))
    if not defined:
        return [head, text["undefined"]]
    if not table["share"].between(0, 1).all():  # parts of which some are lost again make no shares of a whole
        table = table.assign(share=math.nan)
    lines = [_line(str(edit), row, draws, language) for edit, row in table.head(_SHOWN).iterrows()]
    rest = table["contribution"].iloc[_SHOWN:]
    if len(rest):
        lines.append(text["more"].format(n=len(rest), value=number(rest.sum(), language)))
    error = number(table["error"].max(), language)
    lines.append(text["sampled"].format(orders=orders, error=error) if orders else text["exact"])
    if defined < 1:
        lines.append(text["partly"].format(p=percent(defined, language)))
    assumed = dict.fromkeys(assumptions)
    return [head, *lines, *(text["assumption"].format(text=each) for each in assumed), text["caveat"]]


def _line(edit: str, row: pd.Series[float], draws: int, language: Language) -> str:
    text = _TEXT[language]
    low, high = number(row["low"], language), number(row["high"], language)
    share = "" if math.isnan(row["share"]) else text["share"].format(share=percent(row["share"], language))
    return text["line"].format(
        edit=edit,
        value=number(row["contribution"], language),
        interval=text["interval"].format(low=low, high=high) if draws > 1 else "",
        share=share,
        happens=text["happens"].format(p=percent(row["happens"], language)) if row["happens"] < 1 else "",
    )
