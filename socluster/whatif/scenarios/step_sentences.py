"""What happens in a step of a scenario, in plain words, English and Lithuanian."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from socluster.core.schema import AFFILIATION, TIE
from socluster.whatif.scenarios.step import Step
from socluster.whatif.scenarios.verbs import VERBS
from socluster.words import Language, number

__all__ = ["listed", "sentence"]

_TEXT = {
    "en": {
        "with_actor": "{actor} joins{more}",
        "with_group": "the group {group} is set up{more}",
        "with_ties": "new ties of {source} with {targets}{more}",
        "model": "ties of {source}{more}: {assumption}",
        "with_affiliation": "{actor} also belongs to {groups}{more}",
        "with_merger": "{actors} merge into {into}{more}",
        "with_split": "{actor} splits into {parts}{more}",
        "with_strength": "the tie of {source} with {target} {strength}{more}",
        "weight": "gets the strength {weight}",
        "by": "becomes {by} times as strong",
        "with_event": "the event {group} is held, with {actors}{more}",
        "with_capacity": "the capacity of {actor} in {group} becomes {weight}{more}",
        "with_attributes": "{actor} changes: {said}",
        "leaves": "{actors} leaves",
        "leave": "{actors} leave",
        "without both": "the tie of {source} with {target} ends{more}",
        "without one": "all ties of {source} end{more}",
        "without any": "all ties of the layer {layer} end",
        "rest": "all else",
        "and": "and",
    },
    "lt": {
        "with_actor": "prisijungia {actor}{more}",
        "with_group": "įsteigiama grupė {group}{more}",
        "with_ties": "užsimezga nauji ryšiai: {source} – {targets}{more}",
        "model": "ryšiai, kuriuos užmezga {source}{more}: {assumption}",
        "with_affiliation": "{actor} įsitraukia ir į: {groups}{more}",
        "with_merger": "susijungia {actors}; bendras pavadinimas – {into}{more}",
        "with_split": "{actor} skyla į dalis: {parts}{more}",
        "with_strength": "ryšys {source} – {target}: {strength}{more}",
        "weight": "stiprumas tampa {weight}",
        "by": "stiprumas padauginamas iš {by}",
        "with_event": "vyksta renginys {group}; dalyvauja {actors}{more}",
        "with_capacity": "{actor} pajėgumas ({group}) tampa {weight}{more}",
        "with_attributes": "{actor} keičiasi: {said}",
        "leaves": "pasitraukia {actors}",
        "leave": "pasitraukia {actors}",
        "without both": "ryšys {source} – {target} nutrūksta{more}",
        "without one": "nutrūksta visi ryšiai, kuriuos turi {source}{more}",
        "without any": "nutrūksta visi sluoksnio {layer} ryšiai",
        "rest": "visa kita",
        "and": "ir",
    },
}
_COLUMNS_LT = {
    "name": "pavadinimas",
    "sector": "sektorius",
    "kind": "rūšis",
    "level": "lygmuo",
    "place": "vieta",
    "places": "vietų",
    "date": "data",
    "layer": "sluoksnis",
    "weight": "stiprumas",
    "confidence": "tikrumas",
    "evidence": "pagrindas",
    "ref": "nuoroda",
    "wave": "banga",
    "tie": "ryšys tarp dalių",
    "directed": "kryptingas",
}
_VALUES_LT = {
    ("sector", "public"): "viešasis",
    ("sector", "private"): "privatus",
    ("sector", "civic"): "pilietinis",
    ("sector", "science"): "mokslo",
    ("evidence", "documented"): "dokumentuotas",
    ("evidence", "confirmed"): "patvirtintas",
    ("evidence", "reported"): "nurodytas",
    ("evidence", "assumed"): "numanomas",
    ("evidence", "simulated"): "sumodeliuotas",
}
_OBVIOUS = {("layer", TIE), ("layer", AFFILIATION), ("directed", False)}


def sentence(step: Step, language: Language = "en") -> str:
    """Return what happens in the step.

    Examples
    --------
    >>> hub = Step("with_actor", ("hub",), (("sector", "public"), ("place", "Kelmė")))
    >>> sentence(hub), sentence(hub, "lt")
    ('hub joins (sector public, place Kelmė)', 'prisijungia hub (sektorius viešasis, vieta Kelmė)')
    """
    text, said = _TEXT[language], dict(step.columns)
    words = {name: _word(part, said, language) for name, part in _subject(step).items()}
    if step.model is not None:
        words["assumption"] = step.model.assumption(language)
        return text["model"].format(**words, more=_more(said, language))
    if step.verb == "with_strength":
        how = "by" if "by" in said else "weight"
        words["strength"] = text[how].format(**{how: _value(how, said.pop(how, None), language)})
    if step.verb == "with_capacity":
        words["weight"] = _value("weight", said.pop("weight", None), language)
    if step.verb == "with_split":
        said.pop("rest", None)
    if step.verb == "with_attributes":
        return text["with_attributes"].format(**words, said=_said(said, language))
    if step.verb == "without_actor":
        return text["leaves" if len(step.subject[0]) == 1 else "leave"].format(**words)
    if step.verb == "without_ties":
        return _without_ties(step, said, language)
    return text[step.verb].format(**words, more=_more(said, language))


def listed(names: Iterable[str], language: Language = "en") -> str:
    """Return names as people list them.

    Examples
    --------
    >>> listed(["A", "B", "C"]), listed(["A", "B"], "lt")
    ('A, B and C', 'A ir B')
    """
    *first, last = list(names) or ["–"]
    return f"{', '.join(first)} {_TEXT[language]['and']} {last}" if first else last


def _subject(step: Step) -> dict[str, Any]:
    names = ["parts" if name == "into" and step.verb == "with_split" else name for name in VERBS[step.verb].subject]
    return dict(zip(names, step.subject, strict=True))


def _word(part: Any, said: Mapping[str, Any], language: Language) -> str:
    if isinstance(part, tuple):
        return listed(part, language)
    if not isinstance(part, Mapping):
        return str(part)
    rest = {said.get("rest"): [_TEXT[language]["rest"]]}
    parts = {}
    for name, own in part.items():
        shares = dict(own) if isinstance(own, Mapping) else dict.fromkeys(own, 1.0)
        whose = [partner if share == 1 else f"{number(share, language)} {partner}" for partner, share in shares.items()]
        parts[name] = ", ".join([*whose, *rest.get(name, [])]) or "–"
    return listed([f"{name} ({own})" for name, own in parts.items()], language)


def _without_ties(step: Step, said: Mapping[str, Any], language: Language) -> str:
    ends = [end for end in step.subject if end is not None]
    if not ends:
        return _TEXT[language]["without any"].format(layer=said.get("layer"))
    text = _TEXT[language]["without one" if len(ends) == 1 else "without both"]
    return text.format(source=ends[0], target=ends[-1], more=_more(said, language))


def _more(said: Mapping[str, Any], language: Language) -> str:
    told = _said(said, language)
    return f" ({told})" if told else ""


def _said(said: Mapping[str, Any], language: Language) -> str:
    return ", ".join(
        f"{_column(name, language)} {_value(name, value, language)}"
        for name, value in said.items()
        if value is not None and (name, value) not in _OBVIOUS
    )


def _column(name: str, language: Language) -> str:
    return _COLUMNS_LT.get(name, name) if language == "lt" else name


def _value(name: str, value: Any, language: Language) -> str:
    if language == "lt" and (name, value) in _VALUES_LT:
        return _VALUES_LT[name, value]
    if isinstance(value, bool):
        return {"en": ("no", "yes"), "lt": ("ne", "taip")}[language][value]
    return number(value, language) if isinstance(value, int | float) else str(value)
