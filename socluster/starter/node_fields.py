"""The columns of the sheets on organisations and on groups, with their notes."""

from __future__ import annotations

from socluster.starter.fields import Field

__all__ = ["ACTORS", "GROUPS"]

ACTORS = (
    Field(
        ("actor", "veikėjas"),
        "id",
        (
            "Needed. A short, unique name of the organisation; all other sheets use it. Example: Family centre",
            "Būtina. Trumpas organizacijos pavadinimas, šiame lape esantis tik kartą; jį vartoja visi kiti lapai. "
            "Pavyzdys: Šeimos centras",
        ),
        24,
    ),
    Field(
        ("name", "pavadinimas"),
        "text",
        (
            "Optional. The full name. Organisations and roles only, never names of persons. "
            "Example: Family Support Centre of the Example District",
            "Nebūtina. Visas pavadinimas. Tik organizacijos ir pareigos, jokių asmenvardžių. "
            "Pavyzdys: Pavyzdinio rajono šeimos paramos centras",
        ),
        40,
    ),
    Field(
        ("sector", "sektorius"),
        "sector",
        (
            "Which sector: public, private, civic (associations, foundations, parishes) or science; another word if "
            "none fits. Example: civic",
            "Kuris sektorius: viešasis, privatus, pilietinis (NVO, asociacijos, fondai, parapijos) ar mokslo; jei "
            "netinka nė vienas – kitas žodis. Pavyzdys: pilietinis",
        ),
        12,
    ),
    Field(
        ("kind", "rūšis"),
        "text",
        (
            "Optional. What kind of organisation, in your own words. Example: day centre",
            "Nebūtina. Kokia tai organizacija, savais žodžiais. Pavyzdys: dienos centras",
        ),
        20,
    ),
    Field(
        ("level", "lygmuo"),
        "level",
        (
            "Optional. On which level it works: national, regional or local. Example: local",
            "Nebūtina. Kuriuo lygmeniu veikia: nacionalinis, regioninis ar vietos. Pavyzdys: vietos",
        ),
        12,
    ),
    Field(
        ("place", "vieta"),
        "text",
        (
            "Optional. Where it is: a municipality, town or district. Example: Upper town",
            "Nebūtina. Kur ji yra: savivaldybė, miestas ar rajonas. Pavyzdys: Aukštutinė dalis",
        ),
        20,
    ),
    Field(
        ("responded", "atsakė"),
        "yes",
        (
            "Optional, for surveys: yes or no, did it answer? Ties that only a non-respondent could report are then "
            "unknown, not absent. Example: yes",
            "Nebūtina, apklausoms: taip arba ne – ar atsakė? Tai, ką galėjo pasakyti tik neatsakiusi organizacija, "
            "tada laikoma nežinoma, o ne nesančia. Pavyzdys: taip",
        ),
        12,
    ),
)

GROUPS = (
    Field(
        ("group", "grupė"),
        "id",
        (
            "Needed, if you fill in this sheet. An event, committee, project or service in which organisations take "
            "part; each only once. Example: Round table",
            "Būtina, jei pildote šį lapą. Renginys, komitetas, projektas ar paslauga, kur organizacijos dalyvauja; "
            "kiekvienas tik kartą. Pavyzdys: Apskritojo stalo diskusija",
        ),
        24,
    ),
    Field(
        ("name", "pavadinimas"),
        "text",
        (
            "Optional. The full name. Example: Round table on families",
            "Nebūtina. Visas pavadinimas. Pavyzdys: Apskritojo stalo diskusija apie šeimas",
        ),
        40,
    ),
    Field(
        ("kind", "rūšis"),
        "text",
        (
            "Optional. event, committee, project, service ... Example: event",
            "Nebūtina. Renginys, komitetas, projektas, paslauga... Pavyzdys: renginys",
        ),
    ),
    Field(
        ("date", "data"),
        "text",
        (
            "Optional. Year-month-day, or only year-month, or the year. Example: 2025-03-14",
            "Nebūtina. Metai-mėnuo-diena arba tik metai-mėnuo, arba metai. Pavyzdys: 2025-03-14",
        ),
        12,
    ),
    Field(
        ("level", "lygmuo"),
        "level",
        (
            "Optional. national, regional or local. Example: regional",
            "Nebūtina. nacionalinis, regioninis ar vietos. Pavyzdys: regioninis",
        ),
        12,
    ),
    Field(
        ("place", "vieta"),
        "text",
        (
            "For services: where it is offered; empty if where the provider is. Example: Lower town",
            "Paslaugoms: kur teikiama; tuščia, jei ten, kur teikėjas. Pavyzdys: Žemutinė dalis",
        ),
        20,
    ),
    Field(
        ("service", "paslauga"),
        "text",
        (
            "For services, whose kind is service: what it is, in the words of the sheet 'needs'. Example: day centre",
            "Paslaugoms, kurių rūšis – paslauga: kas tai, lapo „poreikiai“ žodžiais. Pavyzdys: dienos centras",
        ),
        20,
    ),
    Field(
        ("unit", "vienetas"),
        "text",
        (
            "For services: the unit of the weight in the sheet 'affiliations'. Example: places",
            "Paslaugoms: lapo „dalyvavimas“ svorio vienetas. Pavyzdys: vietos",
        ),
        14,
    ),
)
