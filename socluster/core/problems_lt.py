"""What is wrong with a cluster's tables, in Lithuanian: the messages of validation and of the readers of tables."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["PLACES", "TABLE_NAMES", "in_lithuanian"]

TABLE_NAMES = {
    "actors": "veikėjai",
    "ties": "ryšiai",
    "groups": "grupės",
    "affiliations": "dalyvavimas",
    "unknown": "nežinomi ryšiai",
    "layers": "sluoksniai",
    "needs": "poreikiai",
    "name": "pavadinimas",
    "info": "informacija",
}

PLACES = {
    "row": "{row} eilutė",
    "column": "stulpelis „{column}“",
    "value": " (čia: {value})",
    "nearest": "; gal turėjote omenyje „{nearest}“?",
    "count": "Klaidų: {count}.",
    "more": "... ir dar {count}; visas rodo šios klaidos .problems arba .to_frame()",
}

# In braces what differs from case to case. The first template that fits the whole message is taken.
_MESSAGES = {
    # identifiers, cells and columns
    "is empty; every row needs it": "tuščia; šį langelį reikia užpildyti kiekvienoje eilutėje",
    "is no text": "tai ne tekstas",
    "is not a number": "tai ne skaičius",
    "must be finite": "skaičius turi būti baigtinis",
    "is not a whole number": "tai ne sveikasis skaičius",
    "is neither true nor false": "turi būti taip arba ne",
    "has the unknown kind {kind}; kinds are {kinds}": "nežinoma rūšis {kind}; rūšys yra {kinds}",
    "holds a line break, which an identifier cannot hold": "yra eilutės lūžis, o vardas eilutės lūžio turėti negali",
    "holds a {character}, which an identifier cannot hold": "yra ženklas {character}, kurio vardas turėti negali",
    "holds a {character}, which a text cannot hold": "yra ženklas {character}, kurio tekstas turėti negali",
    "the name of the column {fault}": "stulpelio pavadinime {fault}",
    "a column has no name": "stulpelis neturi pavadinimo",
    "stands more than once": "toks stulpelis yra ne vienas",
    "stands more than once in the header": "antraštėje toks stulpelis yra ne vienas",
    "column {position} has cells but no name in the header": (
        "{position}-asis stulpelis turi reikšmių, bet antraštėje neturi pavadinimo"
    ),
    "this column is needed": "šio stulpelio reikia, bet jo nėra",
    "this column is needed; here are {columns}": "šio stulpelio reikia, bet jo nėra; yra {columns}",
    "means {meant}, as column {other} does": "reiškia {meant}, kaip ir stulpelis {other}",
    "must be a pandas DataFrame": "turi būti pandas DataFrame",
    # rows
    "stands already in row {row} (layer {layer}); if direction matters, say layers={advice}": (
        "jau yra {row} eilutėje (sluoksnis {layer}); jeigu kryptis svarbi, nurodykite, kad sluoksnis "
        "kryptingas: layers={advice}"
    ),
    "stands already in row {row} (layer {layer})": "jau yra {row} eilutėje (sluoksnis {layer})",
    "stands already in row {row}": "jau yra {row} eilutėje",
    "is not in the table of actors": "tokio veikėjo veikėjų lentelėje nėra",
    "is not in the table of groups": "tokios grupės grupių lentelėje nėra",
    "is a tie of an actor with itself": "veikėjas negali turėti ryšio su pačiu savimi",
    "has no weight; write one, or list the dyad among the unknown ones if nobody knows": (
        "nėra svorio; įrašykite jį arba, jeigu niekas nežino, įtraukite porą į nežinomų ryšių lentelę"
    ),
    "must be a positive number; leave the row out where there is no tie": (
        "turi būti teigiamas skaičius; jeigu ryšio nėra, eilutės nereikia"
    ),
    "is not on the ladder {name}: {steps}": "tokios pakopos skalėje {name} nėra: {steps}",
    "is no kind of evidence; these are {kinds}": "tokios pagrindo rūšies nėra; rūšys yra {kinds}",
    "must lie between 0 and 1": "turi būti nuo 0 iki 1",
    "is missing; a tie that is assumed must say how sure it is": (
        "trūksta; kai ryšys numanomas (assumed), reikia nurodyti, kiek jis tikras"
    ),
    "is missing; a tie that is simulated must say how sure it is": (
        "trūksta; kai ryšys modeliuotas (simulated), reikia nurodyti, kiek jis tikras"
    ),
    "a dyad is listed as unknown although its tie stands among the ties": (
        "pora įrašyta tarp nežinomų, nors jos ryšys yra ryšių lentelėje"
    ),
    "must be 0 or a positive number": "turi būti 0 arba teigiamas skaičius",
    # layers
    "holds ties and affiliations; give the affiliations a layer of their own": (
        "sluoksnyje yra ir ryšių, ir dalyvavimo; dalyvavimui skirkite atskirą sluoksnį"
    ),
    "a layer needs a name and a mapping such as {example}": "sluoksniui reikia pavadinimo ir aprašo, pvz., {example}",
    "is empty; every layer needs a name": "tuščia; kiekvienam sluoksniui reikia pavadinimo",
    "is no attribute of a layer; these are {attributes}": "tokios sluoksnio savybės nėra; savybės yra {attributes}",
    "must be true or false": "turi būti taip arba ne",
    "no such ladder; there are {ladders}": "tokios skalės nėra; yra {ladders}",
    # workbooks and files
    "the sheet is empty; its first row must name the columns": (
        "lapas tuščias; pirmoje jo eilutėje turi būti stulpelių pavadinimai"
    ),
    "must name a table, a column of it, and its kind (text, number, integer or flag)": (
        "turi nurodyti lentelę, jos stulpelį ir jo rūšį (text, number, integer arba flag)"
    ),
    "the sheets {one} and {other} both hold the {table}": "lapuose {one} ir {other} yra ta pati lentelė: {table}",
    "the workbook has no sheet named actors (here: {titles})": (
        "darbaknygėje nėra lapo „veikėjai“ (arba „actors“); yra {titles}"
    ),
    "holds an error value of the spreadsheet": "yra skaičiuoklės klaidos reikšmė",
    "holds a formula that no spreadsheet has calculated; open and save the workbook in one": (
        "yra formulė, kurios skaičiuoklė dar neapskaičiavo; atverkite darbaknygę skaičiuoklėje ir įrašykite iš naujo"
    ),
    "is no Excel workbook (.xlsx), or it is damaged, or it needs a password ({what})": (
        "tai ne „Excel“ darbaknygė (.xlsx) arba ji sugadinta, arba apsaugota slaptažodžiu ({what})"
    ),
    "unpacks to {size} GiB; a workbook of a cluster is far smaller": (
        "išskleista užimtų {size} GiB; klasterio darbaknygė daug mažesnė"
    ),
    "there is no such file": "tokios rinkmenos nėra",
    "there is no such file or folder": "tokios rinkmenos ar aplanko nėra",
    "the format {suffix} is not known; there are {known}, and folders": (
        "formatas {suffix} nežinomas; yra {known} ir aplankai"
    ),
    "cannot be read: {reason}": "nepavyko perskaityti: {reason}",
    "cannot be written: {reason}": "nepavyko įrašyti: {reason}",
    "the folder to write to does not exist": "aplanko, į kurį rašoma, nėra",
    "the workbook has no sheet named needs (here: {titles})": (
        "darbaknygėje nėra lapo „poreikiai“ (arba „needs“); yra {titles}"
    ),
    "there is something already; choose another folder": "čia jau kažkas yra; pasirinkite kitą aplanką",
}


def _pattern(template: str) -> re.Pattern[str]:
    """Return what a message made from this template looks like."""
    parts = re.split(r"\{(\w+)\}", template)
    texts = [f"(?P<{part}>.+?)" if position % 2 else re.escape(part) for position, part in enumerate(parts)]
    return re.compile("".join(texts), re.DOTALL)


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Compile only when somebody asks for Lithuanian: the package is to load quickly."""
    return [(_pattern(template), lithuanian) for template, lithuanian in _MESSAGES.items()]


def in_lithuanian(message: str) -> str:
    """Return a message in Lithuanian; one that is not in the table comes back as it is.

    Examples
    --------
    >>> in_lithuanian("stands already in row 3")
    'jau yra 3 eilutėje'
    >>> in_lithuanian("the name of the column holds a character U+0007, which an identifier cannot hold")
    'stulpelio pavadinime yra ženklas U+0007, kurio vardas turėti negali'
    """
    for pattern, lithuanian in _patterns():
        found = pattern.fullmatch(message)
        if found:
            values = {name: _value(name, value) for name, value in found.groupdict().items()}
            return lithuanian.format(**values)
    return message


def _value(name: str, value: str) -> str:
    """Return what a message fills in; some of it is wording, too."""
    if name == "character":
        return value.removeprefix("character ")
    return in_lithuanian(value) if name == "fault" else TABLE_NAMES.get(value, value) if name == "table" else value
