"""Which sheets the workbook to fill in has, in their order."""

from __future__ import annotations

from socluster.starter.fields import Field, Sheet
from socluster.starter.link_fields import AFFILIATIONS, REF, TIES
from socluster.starter.node_fields import ACTORS, GROUPS
from socluster.words import Language

__all__ = ["GUIDE_SHEET", "SHEETS"]

GUIDE_SHEET: dict[Language, str] = {"en": "Read me", "lt": "Skaityk"}

_NEEDS = (
    Field(
        ("place", "vieta"),
        "text",
        (
            "Needed, if you fill in this sheet. Where something is needed. Example: Upper town",
            "Būtina, jei pildote šį lapą. Kur ko nors reikia. Pavyzdys: Aukštutinė dalis",
        ),
        20,
    ),
    Field(
        ("service", "paslauga"),
        "text",
        ("Needed. What is needed. Example: psychologist", "Būtina. Ko reikia. Pavyzdys: psichologas"),
        24,
    ),
    Field(
        ("amount", "kiekis"),
        "amount",
        (
            "How much, a number from 0; empty if unknown. Example: 12",
            "Kiek: skaičius nuo 0; tuščia, jei nežinoma. Pavyzdys: 12",
        ),
        10,
    ),
    Field(
        ("unit", "vienetas"),
        "text",
        ("The unit of the amount. Example: people", "Kiekio vienetas. Pavyzdys: žmonės"),
        14,
    ),
    REF,
)

_LAYERS = (
    Field(
        ("name", "pavadinimas"),
        "id",
        (
            "A kind of tie, as the sheets 'ties' and 'affiliations' call it; ties and affiliations need layers of "
            "their own. Example: referral",
            "Ryšio rūšis, kaip ji vadinama lapuose „ryšiai“ ir „dalyvavimas“; ryšiams ir dalyvavimui reikia atskirų "
            "sluoksnių. Pavyzdys: nukreipimas",
        ),
        20,
    ),
    Field(
        ("directed", "kryptingas"),
        "yes",
        (
            "yes if ties are directed from source to target (such as a referral), no if undirected (an empty cell). "
            "Example: no",
            "taip – jei ryšys eina iš šaltinio į tikslą (pvz., nukreipimas), ne – jei be krypties (tuščias langelis). "
            "Pavyzdys: ne",
        ),
        12,
    ),
    Field(
        ("scale", "skalė"),
        "scale",
        (
            "Optional. The ladder of the weights: strength (any number above 0), frey (0-5), luke (0-4), frequency "
            "(1-5) or emon (1-4). Example: strength",
            "Nebūtina. Svorių skalė: strength (bet koks skaičius, didesnis už 0), frey (0–5), luke (0–4), "
            "frequency (1–5) arba emon (1–4). Pavyzdys: strength",
        ),
        12,
    ),
    Field(
        ("meaning", "prasmė"),
        "text",
        (
            "In a sentence: what does a tie of this kind mean? Example: They worked on a case together in the last "
            "year",
            "Vienu sakiniu: ką tokios rūšies ryšys reiškia? Pavyzdys: per pastaruosius metus kartu dirbo su ta pačia "
            "šeima",
        ),
        60,
    ),
)

_INFO = (
    Field(("key", "raktas"), "text", ("Do not change.", "Nekeiskite."), 14),
    Field(
        ("value", "reikšmė"),
        "text",
        (
            "Information on the cluster; the third column explains each row.",
            "Klasterio aprašas; ką įrašyti, sako trečiasis stulpelis.",
        ),
        50,
    ),
)

SHEETS = (
    Sheet("actors", ("actors", "veikėjai"), ACTORS),
    Sheet("ties", ("ties", "ryšiai"), TIES),
    Sheet("groups", ("groups", "grupės"), GROUPS),
    Sheet("affiliations", ("affiliations", "dalyvavimas"), AFFILIATIONS),
    Sheet("needs", ("needs", "poreikiai"), _NEEDS),
    Sheet("layers", ("layers", "sluoksniai"), _LAYERS),
    Sheet("info", ("info", "informacija"), _INFO),
)
