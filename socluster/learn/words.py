"""What a verdict says, in English and in Lithuanian."""

from __future__ import annotations

from socluster.words import Language

__all__ = ["say"]

_WORDS: dict[str, tuple[str, str]] = {
    "right": ("Right.", "Teisingai."),
    "unanswered": (
        "Not answered yet: put your answer in place of the three dots.",
        "Dar neatsakyta: vietoj trijų taškų įrašykite savo atsakymą.",
    ),
    "none": (
        "The answer is None, which is nothing: does the line before it return a value?",
        "Atsakymas yra None, tai yra nieko: ar ankstesnė eilutė grąžina reikšmę?",
    ),
    "function": (
        "The answer is a function, not its result: call it, with brackets.",
        "Atsakymas yra funkcija, o ne jos rezultatas: iškvieskite ją, su skliaustais.",
    ),
    "kind": (
        "Another kind of answer is asked for: expected {expected}, got {given}.",
        "Reikia kitokio atsakymo: turėtų būti {expected}, o čia – {given}.",
    ),
    "kind index": (
        "Another kind of answer is asked for: expected {expected}, got {given}. "
        "The labels of a Series or DataFrame are its index.",
        "Reikia kitokio atsakymo: turėtų būti {expected}, o čia – {given}. "
        "Series ar DataFrame žymos yra jos indeksas (index).",
    ),
    "number": ("a number", "skaičius"),
    "flag": ("True or False", "True arba False"),
    "text": ("a text", "tekstas"),
    "ranking": ("a list", "sąrašas"),
    "set": ("a set", "aibė"),
    "series": ("a Series", "Series"),
    "table": ("a DataFrame", "DataFrame"),
    "order needed": (
        "A set has no order, and here the order counts: give a list.",
        "Aibė neturi tvarkos, o čia tvarka svarbi: pateikite sąrašą.",
    ),
    "twice": ("These stand more than once: {labels}.", "Pasikartoja: {labels}."),
    "missing": ("{count} missing: {labels}.", "Trūksta {count}: {labels}."),
    "missing count": ("{count} missing.", "Trūksta {count}."),
    "extra": ("{count} too many: {labels}.", "Nereikalingų yra {count}: {labels}."),
    "others": ("and {count} more", "ir dar {count}"),
    "columns": ("Missing columns: {labels}.", "Trūksta stulpelių: {labels}."),
    "in column": ("Column {column}: {sentence}", "Stulpelis {column}: {sentence}"),
    "length": ("Another number of items is asked for.", "Elementų turėtų būti kitiek."),
    "number nan": (
        "The answer is NaN (undefined), but a value is expected.",
        "Atsakymas yra NaN (neapibrėžta), o turėtų būti reikšmė.",
    ),
    "nan": (
        "NaN (undefined) where a value is expected: {count}: {labels}.",
        "NaN (neapibrėžta), kur turėtų būti reikšmė: {count}: {labels}.",
    ),
    "not nan": (
        "A value where the answer is undefined (NaN): {count}: {labels}.",
        "Reikšmė ten, kur atsakymas neapibrėžtas (NaN): {count}: {labels}.",
    ),
    "rounded": ("Right up to rounding: give it unrounded.", "Teisinga, bet suapvalinta: pateikite nesuapvalinę."),
    "near": (
        "Very near, but not the same: was something rounded on the way?",
        "Labai arti, bet ne tas pats: gal kas nors suapvalinta tarpiniuose skaičiavimuose?",
    ),
    "sign": ("Right but for the sign.", "Teisinga, išskyrus ženklą."),
    "percent": (
        "That is a percentage; a share is asked for (100 times smaller).",
        "Tai procentai, o klausiama dalies (100 kartų mažesnio skaičiaus).",
    ),
    "share": (
        "That is a share; a percentage is asked for (100 times larger).",
        "Tai dalis, o klausiama procentų (100 kartų didesnio skaičiaus).",
    ),
    "factor": (
        "All values are off by the same factor: are they normalised, or should they be?",
        "Visos reikšmės skiriasi tuo pačiu daugikliu: ar jos normuotos, o gal turėtų būti?",
    ),
    "order only": ("The order is right, the values are not.", "Tvarka teisinga, o reikšmės – ne."),
    "upside down": ("The order is upside down.", "Tvarka atvirkščia."),
    "wrong order": (
        "The right ones, but not in the right order; from the top, {count} in place.",
        "Elementai teisingi, bet jų tvarka – ne; nuo pradžios savo vietoje: {count}.",
    ),
    "some": ("{count} of {total} values are right.", "Teisingos reikšmės: {count} iš {total}."),
    "spelling": ("Almost: check the spelling.", "Beveik: patikrinkite rašybą."),
    "not yet": (
        "Not yet: compare your steps with the example above the exercise.",
        "Dar ne: palyginkite savo žingsnius su pavyzdžiu virš užduoties.",
    ),
}


def say(key: str, language: Language, **values: object) -> str:
    """Return one text with its values filled in."""
    return _WORDS[key][language == "lt"].format(**values)
