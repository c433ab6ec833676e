"""Errors and warnings keep what they say and its values apart, and tell them in either language."""

import copy
import pickle

import numpy as np
import pytest

from socluster.core.errors import (
    ImmutableError,
    InputError,
    Note,
    Problem,
    SoclusterError,
    SoclusterWarning,
    UncertainTiesWarning,
    nearest,
    notes_in,
    offered,
)
from socluster.words import counted, later, percent, phrase


def test_place_value_and_suggestion_are_told_in_lithuanian():
    problem = Problem("is not in the table of actors", "ties", 3, "šaltinis", "Siauliai", "Šiauliai", "a.xlsx [ryšiai]")
    assert str(problem.in_language("lt")) == (
        "a.xlsx [ryšiai], ryšiai, 3 eilutė, stulpelis „šaltinis“: tokio veikėjo veikėjų lentelėje nėra "
        "(įrašyta: 'Siauliai'); gal turėjote omenyje „Šiauliai“?"
    )
    assert problem.in_language("lt").in_language("lt") == problem.in_language("lt")
    assert problem.in_language("en") == problem


def test_many_problems_are_counted_in_lithuanian():
    error = InputError([Problem("is empty; every row needs it", "actors", row) for row in range(25)]).in_language("lt")
    lines = str(error).splitlines()
    assert lines[0] == "Rastos 25 klaidos:"
    assert lines[1] == "  veikėjai, 0 eilutė: tuščia; šį langelį reikia užpildyti kiekvienoje eilutėje"
    assert lines[-1].startswith("  ... ir dar 5;")


def test_the_message_is_the_sentence_with_its_values():
    problem = Problem("is already in row {row}", "actors", 4, values={"row": 2})
    assert problem.message == "is already in row 2"
    assert problem.in_language("lt").message == "jau yra 2 eilutėje"
    assert problem.in_language("lt").in_language("en") == problem
    frame = InputError([problem]).to_frame()
    assert frame["message"].tolist() == ["is already in row 2"]
    assert frame["table"].tolist() == ["actors"]


def test_a_value_may_be_wording_too():
    fault = phrase("holds a character {character}, which a text cannot hold", character="U+0007")
    problem = Problem("the name of the column {fault}", values={"fault": fault}).in_language("lt")
    assert problem.message == "stulpelio pavadinime yra ženklas U+0007, kurio tekstas turėti negali"
    assert Problem(fault).message == "holds a character U+0007, which a text cannot hold"
    assert Problem(fault).in_language("lt").message == "yra ženklas U+0007, kurio tekstas turėti negali"


def test_braces_in_what_people_write_stay_what_they_are():
    assert Problem("is no actor {here} of {0}", values={"row": 1}).message == "is no actor {here} of {0}"
    assert Problem("is already in row {row}", values={"row": "{row}"}).message == "is already in row {row}"


def test_a_message_without_a_translation_stays_as_it_is():
    assert Problem("something else").in_language("lt").message == "something else"


def test_an_error_of_a_message_and_values():
    error = InputError("there is a layer '{layer}' already", {"layer": "referral"})
    assert str(error) == "there is a layer 'referral' already"
    assert str(error.in_language("lt")) == "sluoksnis „referral“ jau yra"
    assert isinstance(error.in_language("lt"), ValueError)


@pytest.mark.parametrize("kind", [SoclusterError, ImmutableError, SoclusterWarning, UncertainTiesWarning])
def test_errors_and_warnings_are_told_in_lithuanian_and_travel(kind):
    told = kind("there is a layer '{layer}' already", {"layer": "referral"})
    assert str(told) == "there is a layer 'referral' already"
    for each in (told.in_language("lt"), pickle.loads(pickle.dumps(told.in_language("lt")))):
        assert type(each) is kind
        assert str(each) == "sluoksnis „referral“ jau yra"
        assert str(each.in_language("en")) == str(told)
    assert str(kind()) == ""
    assert str(kind(phrase("is no text")).in_language("lt")) == "tai ne tekstas"


def test_an_input_error_travels_with_its_problems():
    error = InputError([Problem("is already in row {row}", values={"row": 2}), Problem("is no text")])
    again = pickle.loads(pickle.dumps(error))
    assert again.problems == error.problems
    assert str(again) == str(error)


def test_numbers_wait_for_the_language_too():
    message = phrase("{percent} of all projected pairs come from it", percent=later(percent, 0.7))
    assert str(SoclusterWarning(message)) == "70% of all projected pairs come from it"
    assert "70\u00a0%" in str(SoclusterWarning(message).in_language("lt"))
    several = counted("{n} problem in the input:", "{n} problems in the input:", 2)
    assert Problem(several).in_language("lt").message == "Rastos 2 klaidos:"


def test_what_is_offered():
    assert offered(["a", "b"]) == "a, b"
    problem = Problem("is not a wave of this cluster (its waves: {options})", values={"options": offered([])})
    assert problem.in_language("lt").message == "tokios bangos šiame klasteryje nėra (bangos: nėra)"


def test_nearest_ignores_case_and_gives_up_on_the_unlike():
    assert nearest("KELME", ["Kelmė", "Joniškis"]) == "Kelmė"
    assert nearest("zzz", ["Kelmė"]) is None


def test_a_problem_reads_as_a_sentence():
    problem = Problem("is wrong", "ties", 3, "weight", "x" * 100, "1", "a.csv")
    assert str(problem).startswith("a.csv, ties, row 3, column 'weight': is wrong (here: 'xxx")
    assert str(problem).endswith("; did you mean '1'?")


@pytest.mark.parametrize(
    ("value", "en", "lt"),
    [(60.0, "60", "60"), (-0.5, "-0.5", "-0,5"), (np.float64(2.5), "2.5", "2,5"), (1e300, "1e+300", "1e+300")],
)
def test_a_number_from_a_file_reads_as_people_write_it(value, en, lt):
    problem = Problem("is wrong", "ties", 3, "weight", value, file="a.xlsx")
    assert f"(here: {en})" in str(problem)
    assert f"(įrašyta: {lt})" in str(problem.in_language("lt"))


@pytest.mark.parametrize("made", [SoclusterError("x"), InputError("is no text"), SoclusterWarning("x")])
def test_notes_go_where_the_error_goes(made):
    made.add_note(Note(phrase("this came from the measure '{name}'", name="reach")))
    made.add_note("a note of somebody else")
    for other in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made), made.in_language("lt")):
        assert other.__notes__ == ["this came from the measure 'reach'", "a note of somebody else"]
        assert notes_in(other, "lt") == ["klaida kilo rodiklyje „reach“", "a note of somebody else"]
    assert notes_in(SoclusterError("x"), "lt") == []
    assert not hasattr(copy.copy(SoclusterError("x")), "__notes__")


@pytest.mark.parametrize("told", [SoclusterError("x"), InputError("x"), SoclusterWarning("x"), Problem("x")])
@pytest.mark.parametrize("language", ["fr", "LT", None])
def test_an_unknown_language_is_refused(told, language):
    with pytest.raises(ValueError, match=r"language must be one of 'en', 'lt' \(here: "):
        told.in_language(language)
