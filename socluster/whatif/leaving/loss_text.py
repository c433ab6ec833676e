"""What is said of the loss of actors, one or several: what goes with them, what breaks, and what to keep in mind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from socluster.words import Language, number

__all__ = ["TEXT", "heading", "listed", "notes", "phrase", "what_is_lost"]

NAMED = 6  # names in one list

# In front of a bar what is said of one, behind it of several. Lithuanian puts the number last, which needs no plural.
TEXT: dict[str, dict[str, str]] = {
    "en": {
        "head 1": "What if one actor were lost? ({actors} actors, {ties} ties; {paths}.)",
        "head 2": "What if two actors were lost at the same time? ({actors} actors, {ties} ties; {paths}.)",
        "head worst": "Which {size} actors would it hurt most to lose? ({actors} actors, {ties} ties; {paths}.)",
        "all layers": "paths run over all layers",
        "one layer": "paths run in the layer {layer!r}",
        "without 1": "Without {names}, {losses}.",
        "without 2": "Without {names} together, {losses}.",
        "and": " and ",
        "ties": "{n} tie goes|{n} ties go",
        "components": "the others fall into {n} component (now {now})|the others fall into {n} components (now {now})",
        "broken_pairs": "{n} pair of the others no longer reaches each other|"
        "{n} pairs of the others no longer reach each other",
        "broken_pairs directed": "{n} way from one of the others to another is cut|"
        "{n} ways from one of the others to another are cut",
        "chains": "{n} chain to {names} breaks|{n} chains to {names} break",
        "services": "nobody is left for {names}",
        "isolated": "no tie is left to {names}",
        "beyond": ", {n} of them only because both are gone",
        "beyond all": ", only because both are gone",
        "more": "{n} more",
        "told 1": "Of {tried} losses, {n} breaks something for the others.|"
        "Of {tried} losses, {n} break something for the others.",
        "told 2": "Of {tried} pairs, {n} breaks more than the two break one at a time.|"
        "Of {tried} pairs, {n} break more than the two break one at a time.",
        "told none 1": "None of {tried} losses breaks anything for the others.",
        "told none 2": "None of {tried} pairs breaks more than the two break one at a time.",
        "first": " These are the first {shown}.",
        "by": "{criterion}: {value}; worst without {names}.",
        "by broken_pairs": "Pairs of the others that no longer reach each other",
        "by fragmentation": "Share of the pairs of the others without a path",
        "by largest_component": "Actors outside the largest component that is left",
        "by chains": "Chains to a group that break",
        "by services": "Groups in which nobody is left",
        "exact": "All {n} sets of this size were tried: none is worse.",
        "equal": " Equally bad: {names}.",
        "bound": "No set of this size can be worse.",
        "search": "Found by greedy steps and exchanges among {n} sets: there may be a worse one.",
        "chain": "A chain leads from an actor along ties to somebody in a group (a service, an event).",
        "uncertain": "{n} uncertain tie was counted as if it existed.|"
        "{n} uncertain ties were counted as if they existed.",
        "caveat": "These are losses on paper: others may step in, and what still hangs together need not work. "
        "Structure is not effectiveness.",
    },
    "lt": {
        "head 1": "Kas būtų netekus vieno veikėjo? (Veikėjų: {actors}, ryšių: {ties}; {paths}.)",
        "head 2": "Kas būtų vienu metu netekus dviejų veikėjų? (Veikėjų: {actors}, ryšių: {ties}; {paths}.)",
        "head worst": "Kurių {size} veikėjų netektis būtų skaudžiausia? (Veikėjų: {actors}, ryšių: {ties}; {paths}.)",
        "all layers": "keliai eina per visus sluoksnius",
        "one layer": "keliai eina sluoksniu „{layer}“",
        "without 1": "Be {names}: {losses}.",
        "without 2": "Be {names} kartu: {losses}.",
        "and": " ir ",
        "ties": "dingsta ryšių – {n}",
        "components": "likusieji skyla į komponentes – {n} (dabar {now})",
        "broken_pairs": "likusiųjų porų, kurios nebepasiekia viena kitos, – {n}",
        "broken_pairs directed": "nutrūksta kelių nuo vieno iš likusiųjų iki kito – {n}",
        "chains": "nutrūksta grandinių – {n} (iki: {names})",
        "services": "nieko nebelieka čia: {names}",
        "isolated": "be jokio ryšio lieka {names}",
        "beyond": ", iš jų tik todėl, kad nebėra abiejų, – {n}",
        "beyond all": ", vien todėl, kad nebėra abiejų",
        "more": "dar {n}",
        "told 1": "Išbandyta netekčių: {tried}; iš jų likusiesiems ką nors nutraukia: {n}.",
        "told 2": "Išbandyta porų: {tried}; iš jų kartu nutraukia daugiau negu po vieną: {n}.",
        "told none 1": "Nė viena iš išbandytų netekčių (jų {tried}) likusiesiems nieko nenutraukia.",
        "told none 2": "Nė viena iš išbandytų porų (jų {tried}) kartu nenutraukia daugiau negu po vieną.",
        "first": " Čia aprašytos pirmosios {shown}.",
        "by": "{criterion}: {value}; daugiausia be {names}.",
        "by broken_pairs": "Likusiųjų poros, kurios nebepasiekia viena kitos",
        "by fragmentation": "Dalis likusiųjų porų, kurių nejungia joks kelias",
        "by largest_component": "Veikėjai už didžiausios likusios komponentės",
        "by chains": "Nutrūkusios grandinės iki grupės",
        "by services": "Grupės, kuriose nieko nebelieka",
        "exact": "Išbandyti visi tokio dydžio rinkiniai ({n}): blogesnio nėra.",
        "equal": " Tokie pat blogi: {names}.",
        "bound": "Blogesnio tokio dydžio rinkinio būti negali.",
        "search": "Rasta godžiai renkant ir keičiant po vieną tarp {n} rinkinių: gali būti ir blogesnis.",
        "chain": "Grandinė ryšiais veda nuo veikėjo iki ko nors, kas priklauso grupei (paslaugai, renginiui).",
        "uncertain": "Netikrų ryšių, skaičiuotų taip, lyg jie būtų, – {n}.",
        "caveat": "Tai nuostoliai popieriuje: kiti gali perimti darbą, o tai, kas tebėra sujungta, gali ir neveikti. "
        "Struktūra dar nėra veiksmingumas.",
    },
}


def heading(cluster: Any, layer: str | None, key: str, language: Language, **more: object) -> str:
    """Return what was asked, of how many actors and ties, and where paths run."""
    text = TEXT[language]
    ties = cluster.n_ties if layer is None else int((cluster.ties["layer"] == layer).sum())
    paths = text["all layers"] if layer is None else text["one layer"].format(layer=layer)
    return text[key].format(actors=cluster.n_actors, ties=number(ties, language), paths=paths, **more)


def notes(cluster: Any, with_chains: bool, language: Language) -> list[str]:
    """Return what to keep in mind when reading about losses."""
    text, lines = TEXT[language], []
    if with_chains:
        lines.append(text["chain"])
    if cluster.n_uncertain:
        lines.append(phrase(text["uncertain"], cluster.n_uncertain, language))
    return [*lines, text["caveat"]]


def what_is_lost(row: dict[str, int], broken: pd.DataFrame, components: int, directed: bool, language: Language) -> str:
    """Return what a loss breaks, in one clause per kind.

    Parameters
    ----------
    row : dict of str to int
        A row of `Losses.to_frame`.
    broken : DataFrame
        What breaks, by name (`Losses.what_breaks`).
    components : int
        Number of components before.
    directed : bool
        Whether paths have a direction.
    language : {"en", "lt"}
        Language of the sentence.
    """
    text = TEXT[language]
    clauses = [phrase(text["ties"], row["ties"], language)]
    if row["more_components"] > 0:
        clauses.append(phrase(text["components"], row["components"], language, now=components))
    for what, end in (("broken_pairs", None), ("chains", "target"), ("services", "target"), ("isolated", "source")):
        if not row[what]:
            continue
        names = "" if end is None else listed(broken.loc[broken["what"] == what, end].unique().tolist(), language)
        key = f"{what} directed" if directed and what == "broken_pairs" else what
        clause = phrase(text[key], row[what], language, names=names)
        beyond = row.get(f"beyond_{what}", 0)
        if beyond:
            clause += phrase(text["beyond all" if beyond == row[what] else "beyond"], beyond, language)
        clauses.append(clause)
    return "; ".join(clauses)


def phrase(text: str, n: int, language: Language, **more: object) -> str:
    """Return the text for one or for several, with the number in it."""
    one, _, several = text.partition("|")
    return (one if n == 1 or not several else several).format(n=number(float(n), language), **more)


def listed(names: Sequence[str], language: Language) -> str:
    """Return names as a list; of a long one, the first names and how many more."""
    text = TEXT[language]
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], text["more"].format(n=len(names) - NAMED)]
    return text["and"].join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
