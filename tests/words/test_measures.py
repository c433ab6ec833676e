"""Every public measure has a name of its own in both languages, and so have its columns and options."""

import functools
import inspect

import pandas as pd
import pytest

import socluster as sc
from socluster.measures.guide import GUIDE
from socluster.measures.shared.answers import named
from socluster.words import measure_name
from socluster.words import measures as names

PUBLIC = sorted({name for listed in GUIDE.values() for name in listed})
SAME_IN_BOTH = {"pagerank"}  # a trade mark


def options_of(name):
    """The options by which `functools.partial` makes a measure of numbers from a function."""
    signature = inspect.signature(getattr(sc, name))
    answers_numbers = signature.return_annotation in ("float", "pd.Series[Any]")
    options = [each.name for each in signature.parameters.values() if each.kind is each.KEYWORD_ONLY]
    return options if answers_numbers else []


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_measure_has_a_name_in_both_languages(name):
    assert name in names._MEASURES, "give it a line in socluster/words/measures.py"
    english, lithuanian = measure_name(name), measure_name(name, "lt")
    assert (english == lithuanian) == (name in SAME_IN_BOTH)
    assert "_" not in english + lithuanian


def test_only_public_measures_have_names():
    assert set(names._MEASURES) <= {*PUBLIC, "Reach"}  # a goal that is a measure itself


@pytest.mark.parametrize("language", ["en", "lt"])
def test_no_two_measures_share_a_name(language):
    tables = (names._MEASURES, names._COLUMNS, names._GOALS)
    called = [measure_name(name, language) for table in tables for name in table]
    assert len(called) == len(set(called)), {each for each in called if called.count(each) > 1}


@pytest.mark.parametrize("name", PUBLIC)
def test_its_options_have_names(name):
    told = {each.partition("=")[0] for each in names._SETTINGS} | set(names._OPTIONS)
    assert set(options_of(name)) - told - {"rng", "k", "linkage", "splits"} == set()


def test_the_columns_of_measures_by_actor_have_names():
    kite, knoke = sc.load_dataset("kite"), sc.load_dataset("knoke").layer("information")
    tables = [
        sc.hits(knoke),
        sc.brokerage_roles(knoke, group="sector"),
        sc.brokerage_strength(knoke, group="sector"),
        sc.honest_brokers(knoke),
        sc.removal(kite),
    ]
    for table in tables:
        for column in table:
            assert column in names._MEASURES or column in names._COLUMNS, column
            assert measure_name(column, "lt") != column


def test_brokers_are_called_as_in_the_glossary():
    roles = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]
    assert [measure_name(role, "lt") for role in roles] == [
        "koordinatorius",
        "keliaujantis tarpininkas",
        "atstovas",
        "vartininkas",
        "ryšininkas",
    ]


@pytest.mark.parametrize(
    ("options", "english", "lithuanian"),
    [
        ({"direction": "in"}, "closeness (incoming ties)", "artumas (įeinantys ryšiai)"),
        (
            {"layer": "money, gifts", "normalized": False},
            "closeness (layer: money, gifts, not normalized)",
            "artumas (sluoksnis: money, gifts, nenormuota)",
        ),
        ({}, "closeness", "artumas"),
    ],
)
def test_a_measure_with_options(options, english, lithuanian):
    ((name, _),) = named(functools.partial(sc.closeness, **options))
    assert measure_name(name) == english
    assert measure_name(name, "lt") == lithuanian


def test_names_are_never_written_as_numbers():
    assert measure_name("closeness(layer=2024)") == "closeness (layer: 2024)"
    assert measure_name("closeness(layer=2024)", "lt") == "artumas (sluoksnis: 2024)"
    assert measure_name("multiplexity(layers=1000)", "lt").endswith("(sluoksniai: 1000)")
    assert measure_name("density(group=1200.50)").endswith("(groups: 1200.50)")


def test_numbers_and_truth_among_the_options_follow_the_language():
    assert measure_name("katz(alpha=0.25)", "lt") == "Katzo centriškumas (alfa: 0,25)"
    assert measure_name("reach(steps=2)") == "reach (steps: 2)"
    assert measure_name("rege(geodesics=True)", "lt") == "reguliarusis ekvivalentumas (REGE) (geodesics: taip)"
    assert measure_name("multiplex_neighbourhood(exclusive=True)", "lt").endswith("(tik viename sluoksnyje: taip)")


def test_a_name_of_the_user_stays():
    assert measure_name("children_served") == measure_name("children_served", "lt") == "children served"
    assert measure_name("share(of=NVO)", "lt") == "share (of: NVO)"
    assert measure_name("", "lt") == ""


def test_names_of_measures_go_into_frames_as_they_are():
    """What a person reads is named; what code reads keeps the name of the function."""
    table = sc.measure(sc.load_dataset("kite"), [sc.degree, sc.betweenness])
    assert isinstance(table, pd.DataFrame)
    assert list(table) == ["degree", "betweenness"]


def test_a_table_among_the_options_is_not_named():
    assert measure_name("coverage(needs=DataFrame)") == "coverage"
    assert measure_name("access(bands=dict, service=care)", "lt") == "paslaugų prieinamumas (paslauga: care)"


def test_a_function_without_a_name_is_the_readers_own():
    assert measure_name("<lambda>") == "your measure"
    assert "<" not in measure_name("<lambda>", "lt")
