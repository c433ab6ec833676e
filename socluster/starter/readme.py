"""The README of the folder: its files and the first steps."""

from __future__ import annotations

from socluster.words import Language

__all__ = ["readme_text"]

_ENGLISH = """\
# A cluster of your own

| file | what it is |
|---|---|
| `cluster.xlsx` | the workbook to fill in; its first sheet says how |
| `example.xlsx` | the same workbook with an invented cluster: an example, not for analysis |
| `my_cluster.ipynb` | a notebook that reads a workbook: who is central, a picture, a what-if |

## First steps

1. Without a program of your own: `socluster app` opens a page in the browser; bring `example.xlsx` there. A report to
   print: `socluster report example.xlsx -o report.html`.
2. Open `example.xlsx` in a spreadsheet, and see how the sheets are related.
3. Fill in `cluster.xlsx`: first the sheet *actors*, then *ties*. Five organisations are enough to begin with.
4. Check it: `socluster validate cluster.xlsx`. Every error is listed with its sheet, row and column.
5. Bring `cluster.xlsx` to the page, and ask: who would join, and with whom would it work?
   `socluster report cluster.xlsx --needs cluster.xlsx` also says how much of what is needed is offered.
6. Who writes Python runs the notebook (`jupyter lab my_cluster.ipynb`, then *Run all cells*). It reads `example.xlsx`
   until you change that name. If you have no Jupyter: `pip install "socluster[notebook]"`.

## What to know

* Only the sheet *actors* is required. Leave empty what you do not know; only a weight is needed in every row of a layer
  once one row of it has one (1 is the plain weight).
* If you do not know whether two organisations are tied, do not omit the pair, which would mean that they are not. Make
  a sheet *unknown* with the columns *source* and *target*, and write the pair there.
* Mark a tie that you only assume in the column *evidence*, with its probability in *confidence* (0 to 1). Answers then
  have an interval.
* The sheet *needs* is not part of the cluster. `socluster.read_needs("cluster.xlsx")` returns it as a table; converting
  the cluster to another format drops it.
* Write down organisations and roles, never names or cases of persons.
* A well-connected cluster is not yet one that helps people: structure is not effectiveness.
"""

_LITHUANIAN = """\
# Jūsų klasteris

| failas | kas tai |
|---|---|
| `cluster.xlsx` | pildoma darbo knyga; kaip pildyti, sako jos pirmasis lapas |
| `example.xlsx` | ta pati darbo knyga, užpildyta išgalvotu klasteriu: pavyzdys, ne analizei |
| `my_cluster.ipynb` | užrašinė, kuri skaito darbo knygą: kas yra centre, paveikslas, „kas būtų, jeigu“ |

## Pirmieji žingsniai

1. Programuoti nereikia: `socluster app --language lt` naršyklėje atveria puslapį; įkelkite ten `example.xlsx`.
   Ataskaita spausdinti: `socluster report example.xlsx -o ataskaita.html --language lt`.
2. Atverkite `example.xlsx` skaičiuoklėje ir pažiūrėkite, kaip lapai susiję.
3. Užpildykite `cluster.xlsx`: iš pradžių lapą *veikėjai*, tada *ryšiai*. Pradžiai pakanka penkių organizacijų.
4. Patikrinkite: `socluster validate cluster.xlsx --language lt`. Kiekviena klaida bus nurodyta su lapu, eilute ir
   stulpeliu.
5. Įkelkite `cluster.xlsx` į puslapį ir klauskite: kas prisijungtų ir su kuo dirbtų?
   `socluster report cluster.xlsx --needs cluster.xlsx --language lt` pasako ir tai, kiek to, ko reikia, teikiama.
6. Kas programuoja „Python“ kalba, paleidžia užrašinę (`jupyter lab my_cluster.ipynb`, tada *Run all cells*). Ji skaito
   `example.xlsx`, kol vardo nepakeisite. Jei „Jupyter“ neturite: `pip install "socluster[notebook]"`.

## Ką žinoti

* Būtinas tik lapas *veikėjai*. Ne visus jo stulpelius reikia užpildyti: ko nežinote, palikite tuščia; tik
  svorio, jei jį turi nors viena sluoksnio eilutė, reikia kiekvienoje jo eilutėje (1 – paprastas svoris).
* Jeigu nežinote, ar dvi organizacijas sieja ryšys, nepraleiskite poros, tarsi ryšio nebūtų. Sukurkite lapą *nežinomi*
  su stulpeliais *šaltinis* ir *tikslas* ir porą įrašykite ten.
* Ryšį, kurį tik numanote, pažymėkite stulpelyje *pagrindas*, o jo tikimybę (nuo 0 iki 1) įrašykite stulpelyje
  *tikrumas*. Tada atsakymai pateikiami su intervalu.
* Lapas *poreikiai* nėra klasterio dalis. `socluster.read_needs("cluster.xlsx")` jį grąžina kaip lentelę; jeigu klasterį
  išsaugosite kitu formatu, poreikių ten nebus.
* Rašykite tik organizacijas ir pareigas, jokių asmenų vardų ar atvejų.
* Gerai susietas klasteris dar nereiškia, kad jis padeda žmonėms: struktūra nėra veiksmingumas.
"""


def readme_text(language: Language) -> str:
    """Return the README in Markdown."""
    return _LITHUANIAN if language == "lt" else _ENGLISH
