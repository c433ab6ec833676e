"""The text of the first sheet of the workbook."""

from __future__ import annotations

from socluster.words import Language

__all__ = ["guide_lines"]

_LINES: dict[Language, tuple[str, ...]] = {
    "en": (
        "A cluster of your own",
        "This workbook describes organisations and their ties. socluster reads it; it does not read this first sheet.",
        "1. Sheet 'actors': one row per organisation. Only the first column is required; the sector makes pictures and "
        "measures more informative.",
        "2. Sheet 'ties': one row per pair of organisations that are tied. Isolates need no row here.",
        "3. Sheets 'groups' and 'affiliations', if you like: events, committees, projects, and who took part.",
        "4. Sheet 'needs', if you like: what people need, where, and how much. What is offered stands in 'groups' "
        "(kind service, with its service, place and unit), and who offers how much of it in 'affiliations' "
        "(layer provides).",
        "5. Sheet 'layers': the kinds of tie that you distinguish. Three are given; change them as you like.",
        "6. Sheet 'info': what the cluster is and where the data come from.",
        "Point at a header for a note on its column. Many cells offer a list. You may add your own columns. Leave "
        "empty what you do not know; only a weight is needed in every row of a layer once one row of it has one.",
        "If it is unknown whether two organisations are tied, make a sheet 'unknown' with the columns source and "
        "target, and write the pair there: unknown is not the same as no tie.",
        "Write down organisations and roles, never names or cases of persons.",
        "When it is filled in, run: socluster validate cluster.xlsx. Every error is listed with its sheet, row and "
        "column.",
    ),
    "lt": (
        "Jūsų klasteris",
        "Ši darbo knyga aprašo organizacijas ir jų ryšius. Ją skaito „socluster“; šio pirmojo lapo neskaito.",
        "1. Lapas „veikėjai“: viena eilutė – viena organizacija. Būtinas tik pirmasis stulpelis; nurodžius sektorių, "
        "paveikslai ir rodikliai pasako daugiau.",
        "2. Lapas „ryšiai“: viena eilutė – viena pora organizacijų, kurias sieja ryšys. Ryšių neturinčioms eilutės čia "
        "nereikia.",
        "3. Lapai „grupės“ ir „dalyvavimas“, jei norite: renginiai, komitetai, projektai ir kas juose dalyvavo.",
        "4. Lapas „poreikiai“, jei norite: ko, kur ir kiek žmonėms reikia. Kas teikiama, rašoma lape „grupės“ (rūšis – "
        "paslauga, nurodant paslaugą, vietą ir vienetą), o kas ir kiek jos teikia – lape „dalyvavimas“ (sluoksnis "
        "teikia).",
        "5. Lapas „sluoksniai“: kokias ryšių rūšis skiriate. Trys sluoksniai jau yra; keiskite, kaip norite.",
        "6. Lapas „informacija“: koks tai klasteris ir iš kur duomenys.",
        "Užveskite žymeklį ant antraštės, ir pamatysite, ką į stulpelį rašyti. Daug kur galima rinktis iš sąrašo. "
        "Galite pridėti savų stulpelių. Ko nežinote, palikite tuščia; tik svorio, jei jį turi nors viena sluoksnio "
        "eilutė, reikia kiekvienoje jo eilutėje.",
        "Jeigu nežinoma, ar dvi organizacijas sieja ryšys, sukurkite lapą „nežinomi“ su stulpeliais šaltinis ir "
        "tikslas ir porą įrašykite ten: nežinoti nėra tas pats, kas ryšio neturėti.",
        "Rašykite tik organizacijas ir pareigas, jokių asmenų vardų ar atvejų.",
        "Užpildę paleiskite: socluster validate cluster.xlsx --language lt. Kiekviena klaida bus nurodyta su lapu, "
        "eilute ir stulpeliu.",
    ),
}


def guide_lines(language: Language) -> tuple[str, ...]:
    """Return the lines of the first sheet, the first of them its title."""
    return _LINES[language]
