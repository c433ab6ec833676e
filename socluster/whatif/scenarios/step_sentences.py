"""What happens in a step of a scenario, in plain words, English and Lithuanian."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from socluster.core.schema import AFFILIATION, TIE
from socluster.whatif.scenarios.step import Step
from socluster.whatif.scenarios.verbs import VERBS
from socluster.words import DASH, Language, column_name, listed, marked, number, say, value_name

__all__ = ["sentence"]

_HAPPENS = {
    "with_actor": marked("{actor} joins{more}"),
    "with_group": marked("the group {group} is set up{more}"),
    "with_ties": marked("new ties of {source} with {targets}{more}"),
    "with_affiliation": marked("{actor} also belongs to {groups}{more}"),
    "with_merger": marked("{actors} merge into {into}{more}"),
    "with_split": marked("{actor} splits into {parts}{more}"),
    "with_event": marked("the event {group} is held, with {actors}{more}"),
}
_OBVIOUS = {("layer", TIE), ("layer", AFFILIATION)}


def sentence(step: Step, language: Language = "en") -> str:
    """Return what happens in the step.

    Examples
    --------
    >>> hub = Step("with_actor", ("hub",), (("sector", "public"), ("place", "Kelmė")))
    >>> sentence(hub), sentence(hub, "lt")
    ('hub joins (sector public, place Kelmė)', 'prisijungia hub (sektorius: viešasis, vieta: Kelmė)')
    """
    said = dict(step.columns)
    words = {name: _word(part, said, language) for name, part in _subject(step).items()}
    if step.model is not None:
        assumption = step.model.assumption(language)
        more = _more(said, language, _options(step.verb, said, language))
        return say(
            "ties of {source}{more}: {assumption}", language, source=words["source"], more=more, assumption=assumption
        )
    if step.verb == "with_strength":
        return _with_strength(words, said, language)
    if step.verb == "with_capacity":
        weight = _value("weight", said.pop("weight", None), language)
        return say(
            "the capacity of {actor} in {group} becomes {weight}{more}",
            language,
            weight=weight,
            more=_more(said, language),
            **words,
        )
    if step.verb == "with_attributes":
        return say("{actor} changes: {said}", language, said=", ".join(_columns(said, language)), **words)
    if step.verb == "without_actor":
        is_one = len(step.subject[0]) == 1
        return say("{actors} leaves", language, **words) if is_one else say("{actors} leave", language, **words)
    if step.verb == "without_ties":
        return _without_ties(step, said, language)
    options = _options(step.verb, said, language)
    return say(_HAPPENS[step.verb], language, more=_more(said, language, options), **words)


def _subject(step: Step) -> dict[str, Any]:
    names = ["parts" if name == "into" and step.verb == "with_split" else name for name in VERBS[step.verb].subject]
    return dict(zip(names, step.subject, strict=True))


def _word(part: Any, said: dict[str, Any], language: Language) -> str:
    if isinstance(part, tuple):
        return listed(part, language)
    if not isinstance(part, Mapping):
        return str(part)
    rest = {said.pop("rest", None): [say("all else", language)]}
    parts = {}
    for name, own in part.items():
        shares = dict(own) if isinstance(own, Mapping) else dict.fromkeys(own, 1.0)
        whose = [partner if share == 1 else f"{number(share, language)} {partner}" for partner, share in shares.items()]
        parts[name] = ", ".join([*whose, *rest.get(name, [])]) or DASH
    return listed([f"{name} ({own})" for name, own in parts.items()], language)


def _with_strength(words: Mapping[str, str], said: dict[str, Any], language: Language) -> str:
    if "by" in said:
        by = _value("by", said.pop("by"), language)
        more = _more(said, language)
        return say(
            "the tie of {source} with {target} becomes {by} times as strong{more}", language, by=by, more=more, **words
        )
    weight = _value("weight", said.pop("weight", None), language)
    return say(
        "the tie of {source} with {target} gets the strength {weight}{more}",
        language,
        weight=weight,
        more=_more(said, language),
        **words,
    )


def _without_ties(step: Step, said: Mapping[str, Any], language: Language) -> str:
    ends = [end for end in step.subject if end is not None]
    if not ends:
        layer = _value("layer", said.get("layer"), language)
        return say("all ties of the layer {layer} end", language, layer=layer)
    more = _more(said, language)
    if len(ends) == 1:
        return say("all ties of {source} end{more}", language, source=ends[0], more=more)
    return say("the tie of {source} with {target} ends{more}", language, source=ends[0], target=ends[1], more=more)


def _options(verb: str, said: dict[str, Any], language: Language) -> list[str]:
    """Take out the options of a verb that are no columns of what it makes, and return them in words."""
    options = []
    if verb == "with_ties" and said.pop("directed", None):
        options.append(say("directed", language, context="layer"))
    if verb == "with_split" and (layer := said.pop("tie", None)) is not None:
        options.append(say("the parts are tied in {layer}", language, layer=value_name("layer", layer, language)))
    return options


def _more(said: Mapping[str, Any], language: Language, options: Iterable[str] = ()) -> str:
    told = ", ".join([*_columns(said, language), *options])
    return f" ({told})" if told else ""


def _columns(said: Mapping[str, Any], language: Language) -> list[str]:
    """Return the columns with their values, without what goes without saying."""
    return [
        say("{column} {value}", language, column=column_name(name, language), value=_value(name, value, language))
        for name, value in said.items()
        if value is not None and (name, value) not in _OBVIOUS
    ]


def _value(name: str, value: Any, language: Language) -> str:
    if isinstance(value, bool):
        return say("yes", language) if value else say("no", language)
    if isinstance(value, int | float):
        return number(value, language)
    return value_name("ladder" if name == "weight" else name, str(value), language)
