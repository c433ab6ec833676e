"""Every exercise of the course: the right answer is right, and every hint is heard by whoever makes its mistake."""

import pytest

from socluster.learn import check
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


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_hint_is_heard(key, language):
    for hint in find(key).hints:
        verdict = check(key, made(hint.answer), language=language)
        assert not verdict
        assert translated(hint.text, language) in repr(verdict)
