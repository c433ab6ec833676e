"""Clauses about what a loss breaks: singular, plural, lists, in both languages."""

import pandas as pd
import pytest

import socluster as sc
from socluster.whatif.leaving.loss_text import heading, notes, what_is_lost, without

KINDS = ("broken_pairs", "chains", "services", "isolated")


def row(n, **more):
    return {"ties": n, "components": n, "more_components": 1, **dict.fromkeys(KINDS, n), **more}


def broken(names=("A",)):
    rows = [("chains", "X", name) for name in names]
    rows += [("services", None, name) for name in names] + [("isolated", name, None) for name in names]
    return pd.DataFrame(rows, columns=["what", "source", "target"])


@pytest.mark.parametrize(
    ("n", "english", "lithuanian"),
    [
        (
            1,
            "1 tie is lost; the others fall into 1 component (now 1); 1 pair of the others no longer reaches each "
            "other; 1 chain to A breaks; nobody is left for A; left without ties: A",
            "prarandamas 1 ryšys; likusieji skyla į 1 komponentę (dabar 1); 1 likusiųjų poros nariai nebepasiekia "
            "vienas kito; nutrūksta 1 grandinė (iki: A); nieko nebelieka čia: A; be ryšių lieka: A",
        ),
        (
            2,
            "2 ties are lost; the others fall into 2 components (now 1); 2 pairs of the others no longer reach each "
            "other; 2 chains to A break; nobody is left for A; left without ties: A",
            "prarandami 2 ryšiai; likusieji skyla į 2 komponentes (dabar 1); 2 likusiųjų porų nariai nebepasiekia "
            "vienas kito; nutrūksta 2 grandinės (iki: A); nieko nebelieka čia: A; be ryšių lieka: A",
        ),
        (
            10,
            "10 ties are lost; the others fall into 10 components (now 1); 10 pairs of the others no longer reach each "
            "other; 10 chains to A break; nobody is left for A; left without ties: A",
            "prarandama 10 ryšių; likusieji skyla į 10 komponenčių (dabar 1); 10 likusiųjų porų nariai nebepasiekia "
            "vienas kito; nutrūksta 10 grandinių (iki: A); nieko nebelieka čia: A; be ryšių lieka: A",
        ),
        (
            21,
            "21 ties are lost; the others fall into 21 components (now 1); 21 pairs of the others no longer reach each "
            "other; 21 chains to A break; nobody is left for A; left without ties: A",
            "prarandamas 21 ryšys; likusieji skyla į 21 komponentę (dabar 1); 21 likusiųjų poros nariai nebepasiekia "
            "vienas kito; nutrūksta 21 grandinė (iki: A); nieko nebelieka čia: A; be ryšių lieka: A",
        ),
    ],
)
def test_what_is_lost_in_numbers(n, english, lithuanian):
    assert what_is_lost(row(n), broken(), 1, False, "en") == english
    assert what_is_lost(row(n), broken(), 1, False, "lt") == lithuanian


@pytest.mark.parametrize(
    ("n", "english", "lithuanian"),
    [
        (1, "1 way from one of the others to another is cut", "nutrūksta 1 kelias nuo vieno iš likusiųjų iki kito"),
        (5, "5 ways from one of the others to another are cut", "nutrūksta 5 keliai nuo vieno iš likusiųjų iki kito"),
        (11, "11 ways from one of the others to another are cut", "nutrūksta 11 kelių nuo vieno iš likusiųjų iki kito"),
    ],
)
def test_ways_that_have_a_direction(n, english, lithuanian):
    lost = row(n)
    assert english in what_is_lost(lost, broken(), 1, True, "en").split("; ")
    assert lithuanian in what_is_lost(lost, broken(), 1, True, "lt").split("; ")


def test_what_breaks_only_because_both_are_gone():
    lost = row(4, beyond_chains=1, beyond_services=4)
    said, told = (what_is_lost(lost, broken(), 1, False, language).split("; ") for language in ("en", "lt"))
    assert said[3:5] == [
        "4 chains to A break, 1 of them only because both are gone",
        "nobody is left for A, only because both are gone",
    ]
    assert told[3:5] == [
        "nutrūksta 4 grandinės (iki: A), iš jų 1 tik todėl, kad nebėra abiejų",
        "nieko nebelieka čia: A, vien todėl, kad nebėra abiejų",
    ]


def test_a_long_list_is_cut_and_names_stay_as_they_are():
    names = [f"{{n}} %s <b>{place}</b>" for place in range(9)]
    said = what_is_lost(row(9), broken(names), 1, False, "lt").split("; ")
    assert said[-1] == f"be ryšių lieka: {', '.join(names[:6])} ir dar 3"


def test_one_and_several_who_are_lost():
    assert without(["A"], "1 tie is lost", "en") == "Without A, 1 tie is lost."
    assert without(["A", "B"], "prarandamas 1 ryšys", "lt") == "Jei kartu pasitraukia A ir B: prarandamas 1 ryšys."


def test_a_name_stands_in_the_nominative():
    expert = "Šiaulių regiono ekspertas"
    assert without([expert], "prarandamas 1 ryšys", "lt") == f"Jei pasitraukia {expert}: prarandamas 1 ryšys."


def test_the_heading_and_the_notes():
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"]}), pd.DataFrame({"source": ["A"], "target": ["B"], "confidence": [0.5]})
    )
    assert heading("Who?", cluster, None, "en") == "Who? (2 actors, 1 tie; paths run over all layers.)"
    assert heading("Kas?", cluster, "tie", "lt") == "Kas? (2 veikėjai, 1 ryšys; keliai eina sluoksniu „ryšys“.)"
    assert len(notes(True, "lt")) == len(notes(False, "lt")) + 1
