"""The starter notebook: read the workbook, see who is central, draw it, and ask one what-if."""

from __future__ import annotations

import json
from typing import Any

from socluster.words import Language

__all__ = ["notebook_text"]

_TITLE = (
    "# My cluster\n\nRun all cells: they read `example.xlsx`, an invented cluster. When you have filled in "
    '`cluster.xlsx`, change the name in the next cell to `"cluster.xlsx"` and run all cells again.',
    "# Mano klasteris\n\nPaleiskite visus langelius tokius, kokie yra: jie skaito `example.xlsx`, išgalvotą klasterį. "
    "Kai "
    'užpildysite `cluster.xlsx`, kitame langelyje įrašykite `"cluster.xlsx"` ir paleiskite visus dar kartą.',
)
_READ = (
    "## The cluster\n\nIf the workbook has errors, all of them are listed here, with sheet, row and column.",
    "## Klasteris\n\nJeigu darbo knygoje yra klaidų, čia išvardijamos visos, su lapu, eilute ir stulpeliu.",
)
_PROFILE = (
    "## Who is central?\n\n*degree*: the share of the others to which an organisation is tied. *betweenness*: the "
    "share of shortest paths between two others that run through it. Uncertain ties (confidence below 1) are "
    "drawn 200 times, each with its confidence; so every value is a median with an interval.",
    "## Kas yra centre?\n\n*degree* (laipsnis): su kokia dalimi kitų organizacija susieta. *betweenness* "
    "(tarpiškumas): kokia dalis trumpiausių kelių tarp dviejų kitų eina per ją. Neapibrėžti ryšiai (tikrumas mažesnis "
    "už 1) bandomi 200 kartų, kiekvienas pagal savo tikrumą, todėl kiekviena reikšmė yra mediana su intervalu.",
)
_PICTURE = (
    "## The picture\n\nColour and symbol show the sector; solid lines are documented, dashed ones assumed. "
    "Isolates are at the bottom.",
    "## Paveikslas\n\nSpalva ir ženklas rodo sektorių; ištisinės linijos dokumentuotos, brūkšninės – numanomos. "
    "Organizacijos be ryšių yra apačioje.",
)
_NEEDS = (
    "## Needs\n\nThe sheet *needs*, which is not part of the cluster.",
    "## Poreikiai\n\nLapas *poreikiai*, kuris nėra klasterio dalis.",
)
_WHAT_IF = (
    "## What if a partner joined?\n\nA new public service joins. With whom it would work is not known, so its ties are "
    "drawn 500 times, at the rates at which its sector is tied to others here. Change its name and sector; if "
    'you know with whom it would work, write `sc.ties.Stated({"School": 0.8})` instead of '
    '`sc.ties.Rates(by="sector")`.',
    "## Kas būtų, jeigu prisijungtų partneris?\n\nPrisijungia nauja viešoji tarnyba. Su kuo ji dirbtų, nežinoma, todėl "
    "jos ryšiai bandomi 500 kartų taip dažnai, kaip čia susietos jos sektoriaus organizacijos. Pakeiskite "
    "pavadinimą ir "
    'sektorių; jei žinote, su kuo ji dirbtų, vietoj `sc.ties.Rates(by="sector")` įrašykite '
    '`sc.ties.Stated({"Mokykla": 0.8})`.',
)
_END = (
    "Structure is not effectiveness: these numbers show who could reach whom, not whether people are helped.",
    "Struktūra nėra veiksmingumas: šie skaičiai sako, kas ką galėtų pasiekti, o ne ar žmonėms padedama.",
)

_READ_CODE = """\
import socluster as sc

cluster = sc.read(WORKBOOK, language=LANGUAGE)
assert cluster.n_actors, "{empty}"
cluster"""
_EMPTY = (
    "There are no organisations yet: fill in the sheet actors of the workbook, and save it.",
    "Organizacijų dar nėra: užpildykite darbo knygos lapą „veikėjai“ ir ją įrašykite.",
)
_PROFILE_CODE = """\
profile = sc.measure(cluster, [sc.degree, sc.betweenness], draws=200, rng=7)
profile.sort_values(("betweenness", "median"), ascending=False).round(2)"""
_PICTURE_CODE = "sc.plot.network(cluster, language=LANGUAGE)"
_NEEDS_CODE = "sc.read_needs(WORKBOOK, language=LANGUAGE)"
_NEWCOMER = ("Psychologists", "Psichologų tarnyba")
_WHAT_IF_CODE = """\
layer = cluster.ties["layer"].mode().iloc[0] if cluster.n_ties else "tie"
scenario = (
    sc.Scenario(NEW)
    .with_actor(NEW, sector="public")
    .with_ties(NEW, sc.ties.Rates(by="sector"), layer=layer)
)
outcome = sc.compare(
    cluster, [scenario], measures=[sc.density, sc.global_efficiency, sc.betweenness], draws=500, rng=7
)
print(*outcome.sentences(LANGUAGE), sep="\\n")"""
_OUTCOME_CODE = "outcome.plot(language=LANGUAGE)"


def notebook_text(language: Language) -> str:
    """Return the text of the notebook file, without outputs."""

    def text(both: tuple[str, str]) -> str:
        return both[language == "lt"]

    cells = [
        _markdown(text(_TITLE)),
        _code(f'LANGUAGE = "{language}"\nWORKBOOK = "example.xlsx"'),
        _markdown(text(_READ)),
        _code(_READ_CODE.format(empty=text(_EMPTY))),
        _markdown(text(_PROFILE)),
        _code(_PROFILE_CODE),
        _markdown(text(_PICTURE)),
        _code(_PICTURE_CODE),
        _markdown(text(_NEEDS)),
        _code(_NEEDS_CODE),
        _markdown(text(_WHAT_IF)),
        _code(f'NEW = "{text(_NEWCOMER)}"\n{_WHAT_IF_CODE}'),
        _code(_OUTCOME_CODE),
        _markdown(text(_END)),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(text: str) -> dict[str, Any]:
    source = text.splitlines(keepends=True)
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source}
