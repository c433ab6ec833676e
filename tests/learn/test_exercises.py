"""Every exercise of the course: the right answer is right, and every hint is heard by whoever makes its mistake."""

import pytest

from socluster.core.errors import InputError
from socluster.learn import check, exercises
from socluster.learn.exercises import find, keys
from socluster.words import translated

KEYS = keys()


def made(answer):
    return answer() if callable(answer) else answer


def test_there_are_exercises():
    assert len(KEYS) > 25
    assert len(set(KEYS)) == len(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_the_right_answer_is_right(key):
    assert check(key, made(find(key).expected))
    assert not check(key, ...)


@pytest.mark.one_of(4)
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_hint_is_heard(key, language):
    for hint in find(key).hints:
        verdict = check(key, made(hint.answer), language=language)
        assert not verdict
        assert translated(hint.text, language) in repr(verdict)


@pytest.mark.parametrize("key", ["98.99", "97.1", "seven", "98"])
def test_an_unknown_exercise(key):
    with pytest.raises(InputError, match="there is no such exercise"):
        check(key, 1)


def test_the_key_of_an_exercise_is_a_text():
    with pytest.raises(InputError, match="key must be a text"):
        check(98.1, 1)


def test_the_nearest_exercise_is_named(monkeypatch):
    monkeypatch.setattr(exercises, "keys", lambda: ["98.1", "98.2"])
    with pytest.raises(InputError, match=r"did you mean '98.2'"):
        check("98.22", 1)


def test_all_exercises_of_the_course_have_their_own_key_and_hints_in_both_languages():
    keys = exercises.keys()
    assert len(keys) == len(set(keys))
    for key in keys:
        for hint in exercises.find(key).hints:
            assert hint.text
            assert translated(hint.text, "lt") != hint.text
