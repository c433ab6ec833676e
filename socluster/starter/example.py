"""The initial content of the two workbooks: almost nothing, or an invented cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from socluster.words import Language

__all__ = ["EXAMPLE", "INFO_HELP", "TEMPLATE", "Row", "SheetRows"]

Row: TypeAlias = Sequence[str | float | None]
SheetRows: TypeAlias = Mapping[str, Sequence[Row]]

# What goes into each row of the sheet on the cluster itself; the reader looks at the first two columns only.
INFO_HELP: dict[Language, dict[str, str]] = {
    "en": {
        "name": "a short name of the cluster; the title of every picture",
        "title": "what it is, in a line",
        "source": "where the data come from",
        "licence": "who may use them for what",
        "boundary": "who counts as a member, and who was left out",
        "note": "anything else that a reader needs to know",
    },
    "lt": {
        "pavadinimas": "trumpas klasterio pavadinimas; kiekvieno paveikslo antraštė",
        "antraštė": "kas tai yra, viena eilute",
        "šaltinis": "iš kur duomenys",
        "licencija": "kas ir kam gali juos naudoti",
        "ribos": "kas laikomas dalyviu, o kas neįtrauktas",
        "pastaba": "kas dar skaitančiajam žinotina",
    },
}

_LAYERS: dict[Language, Sequence[Row]] = {
    "en": [
        ("cooperation", "no", None, "They worked on something together in the last year"),
        ("attends", "no", None, "The organisation took part"),
        ("provides", "no", None, "The organisation offers the service; the weight is how much of it"),
    ],
    "lt": [
        ("bendradarbiavimas", "ne", None, "Per pastaruosius metus ką nors dirbo kartu"),
        ("dalyvauja", "ne", None, "Organizacija dalyvavo"),
        ("teikia", "ne", None, "Organizacija teikia paslaugą; svoris – kiek jos"),
    ],
}

TEMPLATE: dict[Language, SheetRows] = {
    language: {"layers": _LAYERS[language], "info": [(key, None) for key in INFO_HELP[language]]}
    for language in INFO_HELP
}

_ENGLISH: SheetRows = {
    "actors": [
        ("Municipality", "Administration of the Example District", "public", "municipality", "local", "Upper town"),
        ("School", "Example School", "public", "school", "local", "Upper town"),
        ("Clinic", "Example Clinic", "public", "health care", "local", "Upper town"),
        ("Family centre", "Example Family Support Centre", "civic", "family support", "local", "Lower town"),
        ("Day centre", "Example Day Centre for Children", "civic", "day centre", "local", "Lower town"),
        ("Parish", "Example Parish", "civic", "parish", "local", "Lower town"),
        ("Bakery", "Example Bakery", "private", "employer", "local", "Lower town"),
        ("University", "Example University", "science", "university", "national", None),
    ],
    "ties": [
        ("Municipality", "School", "cooperation", 2, "reported", None, None),
        ("Municipality", "Clinic", "cooperation", 1, "reported", None, None),
        ("Municipality", "Family centre", "cooperation", 3, "documented", None, "invented contract no. 1"),
        ("Family centre", "Day centre", "cooperation", 3, "confirmed", None, None),
        ("Family centre", "Clinic", "cooperation", 1, "reported", None, None),
        ("School", "Day centre", "cooperation", 2, "reported", None, None),
        ("Day centre", "Parish", "cooperation", 1, "assumed", 0.6, "they share a house"),
        ("Municipality", "Bakery", "cooperation", 1, "assumed", 0.3, "takes on trainees now and then"),
    ],
    "groups": [
        ("Round table", "Round table on families", "event", "2025-03", "local", None, None, None),
        ("After school", "Day centre after school", "service", None, "local", "Lower town", "day centre", "places"),
    ],
    "affiliations": [
        *(
            (actor, "Round table", "attends", None, "documented", None, "invented list of participants")
            for actor in ("Municipality", "School", "Family centre", "University")
        ),
        ("Day centre", "After school", "provides", 12, "documented", None, "invented contract no. 2"),
    ],
    "needs": [
        ("Upper town", "psychologist", 12, "people", "invented count of the school"),
        ("Lower town", "day centre", 20, "places", "invented waiting list"),
    ],
    "layers": _LAYERS["en"],
    "info": [
        ("name", "Example District"),
        ("title", "An invented cluster of eight organisations around families"),
        ("source", "Invented; nothing in it is true"),
        ("licence", "Use it as you like"),
        ("boundary", "Whoever works with families of the district"),
        ("note", "Replace it by your own cluster"),
    ],
}

_LITHUANIAN: SheetRows = {
    "actors": [
        (
            "Savivaldybė",
            "Pavyzdinio rajono savivaldybės administracija",
            "viešasis",
            "savivaldybė",
            "vietos",
            "Aukštutinė dalis",
        ),
        ("Mokykla", "Pavyzdinė mokykla", "viešasis", "mokykla", "vietos", "Aukštutinė dalis"),
        ("Poliklinika", "Pavyzdinė poliklinika", "viešasis", "sveikatos priežiūra", "vietos", "Aukštutinė dalis"),
        (
            "Šeimos centras",
            "Pavyzdinis šeimos paramos centras",
            "pilietinis",
            "pagalba šeimai",
            "vietos",
            "Žemutinė dalis",
        ),
        (
            "Dienos centras",
            "Pavyzdinis vaikų dienos centras",
            "pilietinis",
            "dienos centras",
            "vietos",
            "Žemutinė dalis",
        ),
        ("Parapija", "Pavyzdinė parapija", "pilietinis", "parapija", "vietos", "Žemutinė dalis"),
        ("Kepykla", "Pavyzdinė kepykla", "privatus", "darbdavys", "vietos", "Žemutinė dalis"),
        ("Universitetas", "Pavyzdinis universitetas", "mokslo", "universitetas", "nacionalinis", None),
    ],
    "ties": [
        ("Savivaldybė", "Mokykla", "bendradarbiavimas", 2, "nurodyta", None, None),
        ("Savivaldybė", "Poliklinika", "bendradarbiavimas", 1, "nurodyta", None, None),
        ("Savivaldybė", "Šeimos centras", "bendradarbiavimas", 3, "dokumentuota", None, "išgalvota sutartis Nr. 1"),
        ("Šeimos centras", "Dienos centras", "bendradarbiavimas", 3, "patvirtinta", None, None),
        ("Šeimos centras", "Poliklinika", "bendradarbiavimas", 1, "nurodyta", None, None),
        ("Mokykla", "Dienos centras", "bendradarbiavimas", 2, "nurodyta", None, None),
        ("Dienos centras", "Parapija", "bendradarbiavimas", 1, "numanoma", 0.6, "yra tame pačiame name"),
        ("Savivaldybė", "Kepykla", "bendradarbiavimas", 1, "numanoma", 0.3, "kartais priima praktikantų"),
    ],
    "groups": [
        ("Diskusija", "Apskritojo stalo diskusija apie šeimas", "renginys", "2025-03", "vietos", None, None, None),
        (
            "Po pamokų",
            "Dienos centras po pamokų",
            "paslauga",
            None,
            "vietos",
            "Žemutinė dalis",
            "dienos centras",
            "vietos",
        ),
    ],
    "affiliations": [
        *(
            (actor, "Diskusija", "dalyvauja", None, "dokumentuota", None, "išgalvotas dalyvių sąrašas")
            for actor in ("Savivaldybė", "Mokykla", "Šeimos centras", "Universitetas")
        ),
        ("Dienos centras", "Po pamokų", "teikia", 12, "dokumentuota", None, "išgalvota sutartis Nr. 2"),
    ],
    "needs": [
        ("Aukštutinė dalis", "psichologas", 12, "žmonės", "išgalvoti mokyklos duomenys"),
        ("Žemutinė dalis", "dienos centras", 20, "vietos", "išgalvotas laukiančiųjų sąrašas"),
    ],
    "layers": _LAYERS["lt"],
    "info": [
        ("pavadinimas", "Pavyzdinis rajonas"),
        ("antraštė", "Išgalvotas aštuonių organizacijų klasteris šeimoms"),
        ("šaltinis", "Išgalvota; nieko tikro čia nėra"),
        ("licencija", "Naudokite, kaip norite"),
        ("ribos", "Visi, kas dirba su rajono šeimomis"),
        ("pastaba", "Vietoj jo įrašykite savo klasterį"),
    ],
}

EXAMPLE: dict[Language, SheetRows] = {"en": _ENGLISH, "lt": _LITHUANIAN}
