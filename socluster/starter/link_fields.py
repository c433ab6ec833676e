"""The columns of the sheets on ties and on affiliations, with their notes."""

from __future__ import annotations

from socluster.starter.fields import Field

__all__ = ["AFFILIATIONS", "REF", "TIES"]

REF = Field(
    ("ref", "nuoroda"),
    "text",
    (
        "Optional. The source: a document, an address, a date of the conversation. Example: annual report 2024, p. 7",
        "Nebūtina. Šaltinis: dokumentas, adresas, pokalbio data. Pavyzdys: 2024 m. ataskaita, p. 7",
    ),
    30,
)

_GROUND = (
    Field(
        ("weight", "svoris"),
        "weight",
        (
            "Strength, a number above 0; the higher, the stronger; of a service, how much of it. Leave it empty in a "
            "whole layer if all are equal there; otherwise every row of the layer needs a number. Example: 2",
            "Kiek stiprus: skaičius, didesnis už 0; kuo didesnis, tuo stipresnis; paslaugos – kiek jos teikiama. Jei "
            "sluoksnyje visi vienodi, palikite tuščią visame sluoksnyje; kitaip skaičiaus reikia kiekvienoje jo "
            "eilutėje. Pavyzdys: 2",
        ),
        10,
    ),
    Field(
        ("evidence", "pagrindas"),
        "evidence",
        (
            "How do you know? documented = a public document says so; confirmed = both sides say so; reported = one "
            "side says so (what an empty cell means); derived = it follows from other rows; assumed = you think so; "
            "simulated = from a model. Example: reported",
            "Iš kur žinote? dokumentuota – sako viešas dokumentas; patvirtinta – patvirtina abi pusės; nurodyta – sako "
            "viena pusė (tai reiškia ir tuščias langelis); išvesta – išplaukia iš kitų eilučių; numanoma – manote, kad "
            "taip; modeliuota – iš modelio. Pavyzdys: nurodyta",
        ),
    ),
    Field(
        ("confidence", "tikrumas"),
        "confidence",
        (
            "The probability that it exists, from 0 to 1. Needed where the evidence is assumed or simulated; elsewhere "
            "an empty cell means 1 (certain). Example: 0.6",
            "Tikimybė, kad tai yra, nuo 0 iki 1. Būtina, kai pagrindas yra numanoma arba modeliuota; kitur tuščias "
            "langelis reiškia 1 (tikra). Pavyzdys: 0,6",
        ),
        12,
    ),
    REF,
)


def _layer(example: str, example_lt: str) -> Field:
    return Field(
        ("layer", "sluoksnis"),
        "layer",
        (
            f"Optional. Which kind of tie: one of the sheet 'layers'. Example: {example}",
            f"Nebūtina. Kokios rūšies ryšys: vienas iš lapo „sluoksniai“. Pavyzdys: {example_lt}",
        ),
    )


TIES = (
    Field(
        ("source", "šaltinis"),
        "actor",
        (
            "Needed. One organisation, written as in the sheet 'actors'; if the layer is directed, the sender. "
            "Example: Family centre",
            "Būtina. Viena organizacija, užrašyta kaip lape „veikėjai“; jei sluoksnis kryptingas – ta, iš kurios ryšys "
            "eina. Pavyzdys: Šeimos centras",
        ),
        24,
    ),
    Field(
        ("target", "tikslas"),
        "actor",
        (
            "Needed. The other organisation. Each pair only once per layer; no self-ties. Example: School",
            "Būtina. Kita organizacija. Pora viename sluoksnyje rašoma tik kartą; organizacija su savimi nerašoma. "
            "Pavyzdys: Mokykla",
        ),
        24,
    ),
    _layer("cooperation", "bendradarbiavimas"),
    *_GROUND,
)

AFFILIATIONS = (
    Field(
        ("actor", "veikėjas"),
        "actor",
        (
            "Needed. The organisation, written as in the sheet 'actors'. Example: School",
            "Būtina. Organizacija, užrašyta kaip lape „veikėjai“. Pavyzdys: Mokykla",
        ),
        24,
    ),
    Field(
        ("group", "grupė"),
        "group",
        (
            "Needed. In what it takes part, written as in the sheet 'groups'. Example: Round table",
            "Būtina. Kur ji dalyvauja, užrašyta kaip lape „grupės“. Pavyzdys: Apskritojo stalo diskusija",
        ),
        24,
    ),
    _layer("attends", "dalyvauja"),
    *_GROUND,
)
