"""Checking an answer to an exercise of the course."""

from __future__ import annotations

from typing import Any

from socluster.core.checked import checked
from socluster.learn.answers import same
from socluster.learn.diagnosis import diagnose
from socluster.learn.exercise import Exercise, value_of
from socluster.learn.exercises import find
from socluster.learn.verdict import Verdict
from socluster.words import Language, say

__all__ = ["check", "judge"]


@checked
def check(key: str, answer: Any, *, language: Language = "en") -> Verdict:
    """Is this answer to an exercise right, and if not, what is off?

    Parameters
    ----------
    key : str
        The exercise, such as ``"02.1"``: tutorial 02, exercise 1.
    answer : object
        Your answer: a number, text, list, set, Series, DataFrame, True or False. Three dots (`...`) mean that you have
        not answered yet.
    language : {"en", "lt"}, default "en"
        Language of the sentence.

    Returns
    -------
    Verdict
        True if the answer is right. It shows one sentence, which never gives the right answer.

    Raises
    ------
    InputError
        If there is no such exercise or language.
    """
    return judge(find(key), answer, language)


def judge(exercise: Exercise, answer: Any, language: Language = "en") -> Verdict:
    """Return the verdict on an answer to an exercise.

    Examples
    --------
    >>> judge(Exercise("00.0", 0.25), 25)
    ✗ 00.0: That is a percentage; a share is asked for (100 times smaller).
    >>> judge(Exercise("00.0", {"Kelmė", "Joniškis"}), ["joniškis", "Kelmė"], "lt")
    ✓ 00.0: Teisingai.
    """
    if answer is ...:
        return Verdict(
            exercise.key,
            False,
            say("Not answered yet: put your answer in place of the three dots.", language),
            answered=False,
        )
    expected = value_of(exercise.expected)
    if same(expected, answer, exercise.tolerance):
        return Verdict(exercise.key, True, say("Right.", language))
    for hint in exercise.hints:
        if same(value_of(hint.answer), answer, exercise.tolerance):
            return Verdict(exercise.key, False, say(hint.text, language))
    return Verdict(exercise.key, False, diagnose(expected, answer, exercise.tolerance, language))
