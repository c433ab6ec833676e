"""The reference holds every public name, once, under a question."""

from collections import Counter
from inspect import ismodule

import pytest

import socluster as sc

MODULES = ("nulls", "predictors", "queues", "terms", "ties", "plot", "report", "learn")


@pytest.fixture(scope="module")
def pages(docs_module):
    return docs_module("reference_pages")


def public_names():
    names = {name for name in sc.__all__ if name != "__version__" and not ismodule(getattr(sc, name))}
    for name in MODULES:
        module = getattr(sc, name)
        names |= {f"{name}.{each}" for each in module.__all__ if not ismodule(getattr(module, each))}
    return names


def test_all_public_modules_are_looked_at():
    assert {name for name in sc.__all__ if ismodule(getattr(sc, name))} == set(MODULES)


def test_every_public_name_stands_under_one_question(pages):
    listed = Counter(name for titles in pages.sections().values() for names in titles.values() for name in names)
    assert set(listed) == public_names()
    assert [name for name, times in listed.items() if times > 1] == []


def test_questions_have_pages_of_their_own(pages):
    titles = [title for chapter in pages.sections().values() for title in chapter]
    assert len({pages.slug(title) for title in titles}) == len(titles)


def test_what_functions_return_is_described_beside_them(pages):
    assert [each.__name__ for each in pages.result_classes(["brokerage_test", "density"])] == ["BrokerageTest"]
    assert pages.result_classes(["compare"]) == []
    text = pages.page("Between whom?", ["brokerage_test"])
    assert ".. autofunction:: socluster.brokerage_test" in text
    assert "BrokerageTest\n   :members:" in text


def test_references_become_lists_with_links(docs_module):
    style = docs_module("reference_style")
    lines = [
        "Question?",
        "",
        "References",
        "----------",
        "Burt, R. S. (1992). Structural Holes. Harvard",
        "University Press. doi:10.4159/9780674029095",
        "Borgatti, S. P. (1997). Unpacking. Connections, 20(1), 35-38.",
        "Coleman, J. S. (1958). Relational analysis. Human",
        "Organization, 17(4), 28-36. doi:10.17730/humo.17.4.q5604m676260q8n7",
        "",
        "Examples",
        "--------",
        ">>> 1",
    ]
    style.make_list(None, "function", "x", None, None, lines)
    bullets = [line for line in lines if line.startswith("* ")]
    assert [bullet[2:10] for bullet in bullets] == ["Burt, R.", "Borgatti", "Coleman,"]
    assert "`doi:10.4159/9780674029095 <https://doi.org/10.4159/9780674029095>`__" in bullets[0]
    assert lines[-3:] == ["Examples", "--------", ">>> 1"]


def test_a_measure_names_the_other_answers_to_its_question(docs_module):
    see_also = docs_module("see_also")
    lines = ["Who is near?", "", "Notes", "-----", "Undefined is NaN.", "", "Examples", "--------", ">>> 1"]
    see_also.add(None, "function", "socluster.closeness", None, None, lines)
    place = lines.index("See Also")
    assert lines[place + 3 : place + 5] == ["", "Notes"]
    named = lines[place + 2].split(", ")
    assert "harmonic" in named
    assert "closeness" not in named
    assert set(named) <= set(sc.__all__)
    before = list(lines)
    see_also.add(None, "function", "socluster.closeness", None, None, lines)
    see_also.add(None, "function", "socluster.compare", None, None, lines)
    assert lines == before
