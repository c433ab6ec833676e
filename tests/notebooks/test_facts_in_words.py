"""What the case studies and the course say of the sources: no more than these do, and what is ours is called so."""

from pathlib import Path

import pytest

from tests.notebooks.course import read

ROOT = Path(__file__).parents[2]
CASES = ROOT / "notebooks" / "case_studies"


def text_of(language, name):
    return " ".join(" ".join(cell.source for cell in read(CASES / language / f"{name}.ipynb").cells).split())


@pytest.mark.parametrize(
    ("language", "said"), [("en", "the year is inferred"), ("lt", "metai – mūsų išvada")], ids=["en", "lt"]
)
def test_the_year_of_the_round_table_is_inferred(language, said):
    assert said in text_of(language, "siauliai")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "is ours; part 8 returns"), ("lt", "Suma, **36**, – mūsų")], ids=["en", "lt"]
)
def test_the_sum_of_the_places_is_ours(language, said):
    assert said in text_of(language, "siauliai")


@pytest.mark.parametrize(
    ("language", "said", "not_said"),
    [("en", "is our coding of a list", "Kvieskienė and"), ("lt", "– mūsų kodavimas", "Kvieskienė ir")],
    ids=["en", "lt"],
)
def test_the_conditions_are_our_coding_and_one_author_is_credited(language, said, not_said):
    text = text_of(language, "clustering_model")
    assert said in text
    assert not_said not in text.partition("Kvieskienė, G.")[0]  # before the reference to the book of three


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Lower counts of children in institutions are documented"), ("lt", "Dokumentuoti mažesni vaikų")],
    ids=["en", "lt"],
)
def test_only_counts_of_children_are_documented(language, said):
    assert said in text_of(language, "care_reform")


@pytest.mark.parametrize(("language", "said"), [("en", "glad"), ("lt", "mielai")], ids=["en", "lt"])
def test_the_sentence_on_partners_is_not_cut_in_half(language, said):
    assert said in text_of(language, "clustering_model")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "`derived` from them"), ("lt", "*išvesti* (`derived`)")],
    ids=["en", "lt"],
)
def test_tutorial_three_calls_ties_of_a_projection_derived(language, said):
    path = ROOT / "notebooks" / "tutorials" / language / "03_associations_and_mixing.ipynb"
    assert said in " ".join(cell.source for cell in read(path).cells)


def test_the_course_says_whose_the_topics_are():
    page = " ".join((ROOT / "docs" / "course.md").read_text(encoding="utf-8").split())
    assert "prepared: six with a title of their own and three open ones" in page
    assert "The topics of the open modules are ours" in page
    table = [line for line in page.split("| ") if line.startswith(("areas, levels", "import, ladders"))]
    assert not any("governance" in line or "trust" in line for line in table)
