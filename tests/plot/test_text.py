"""Texts of pictures: letter by letter, in lines, in the order of the alphabet."""

import unicodedata

import pytest

from socluster.plot.text import alphabetical, fitted, flowing, glued, plain, text_width, under_pointer, with_p, wrap


def test_tags_are_shown_letter_by_letter():
    assert plain('<script>"&"</script>') == '&lt;script&gt;"&amp;"&lt;/script&gt;'
    assert plain(3) == "3"


def test_under_the_pointer_all_is_escaped():
    assert under_pointer("<b>", ["1 < 2", "x"]) == "<b>&lt;b&gt;</b><br>1 &lt; 2<br>x"
    assert under_pointer("x", []) == "<b>x</b>"


def test_long_text_is_broken_and_what_is_too_long_is_cut():
    assert wrap("", 10) == ""
    assert wrap("one two three four five", 9) == "one two<br>three …"
    assert wrap("one two three four five", 9, lines=3) == "one two<br>three<br>four five"
    assert wrap("<b> <i> <u>", 3, lines=3) == "&lt;b&gt;<br>&lt;i&gt;<br>&lt;u&gt;"


@pytest.mark.parametrize(
    "ordered",
    [
        ["9", "Akmenė", "Zarasai", "Žagarė"],
        ["a", "ą", "b", "c", "č", "d"],
        ["e", "ę", "ė", "f"],
        ["i", "į", "y", "j"],
        ["s", "š", "t", "u", "ų", "ū", "v", "z", "ž"],
        ["(a)", "-", "1", "Aa", "B"],
        ["z", "ž", "я", "中"],
    ],
)
def test_the_order_is_that_of_the_lithuanian_alphabet(ordered):
    assert alphabetical(reversed(ordered)) == ordered


def test_case_does_not_matter_but_for_texts_that_are_alike():
    assert alphabetical(["b", "A", "a", "B"]) == ["A", "a", "B", "b"]


def test_letters_may_be_written_with_marks_of_their_own():
    apart = unicodedata.normalize("NFD", "Šiauliai")
    assert alphabetical(["Tauragė", apart, "Skuodas"]) == ["Skuodas", apart, "Tauragė"]


def test_letters_of_other_languages_stand_with_those_that_they_come_from():
    assert alphabetical(["Zoe", "Émile", "Eve", "Fay"]) == ["Eve", "Émile", "Fay", "Zoe"]


@pytest.mark.parametrize("room", [60, 120, 240, 1600])
def test_text_that_flows_is_the_same_text_at_every_width(room):
    text = (
        plain("Ministry of Social Security & Labour")
        + "<br>"
        + glued(["one two", "three", "four five six seven eight"])
    )
    broken = flowing(text, room)
    assert flowing(broken, 9000) == text
    assert flowing(flowing(broken, 150), room) == broken
    widest = max(text_width(word) for word in text.replace("<br>", " ").split())
    lines = broken.split("<br>")
    assert max(text_width(line.rstrip()) for line in lines) <= max(room, widest) + text_width(" ·")  # which ends a line


@pytest.mark.parametrize("bold", [False, True])
def test_text_that_is_fitted_is_never_wider_than_its_room(bold):
    text = "Ministry of Social Security & Labour, Susisiekimoministerija " * 3
    for room in (5, 40, 90, 200):
        lines = fitted(text, room, bold=bold, lines=999).split("<br>")
        assert all(text_width(line, bold=bold) <= room or len(line) == 1 for line in lines if line != "&amp;")
        assert "".join(lines).replace(" ", "") == plain(text).replace(" ", "")
    assert fitted(text, 200, lines=2).endswith(" …")
    assert fitted(text, 200, lines=2).count("<br>") == 1
    assert fitted("", 200) == ""


def test_text_that_flows_breaks_between_its_parts_first():
    assert flowing(glued(["one two", "three four"]), 90) == "one two  <br>three four"
    assert flowing(flowing(glued(["one two", "three four"]), 90), 900) == "one two · three four"
    assert flowing(glued(["one", "two"]), 90) == "one · two"
    assert flowing("a b c d e f", 22, 2) == "a b <br>c d …"
    assert flowing("", 70) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("p = 0.000001", "p\u00a0<\u00a00.001"),
        ("žemesnis, p = 0,0004", "žemesnis, p\u00a0<\u00a00,001"),
        ("p = <0.000001", "p\u00a0<\u00a00.001"),
        ("p = 0.001", "p\u00a0=\u00a00.001"),
        ("p = 0.01", "p\u00a0=\u00a00.01"),
    ],
)
def test_of_a_tiny_p_nobody_reads_more_digits(text, said):
    assert with_p(text) == said


def test_a_word_that_is_broken_leaves_no_line_empty():
    lines = fitted("Socialinėsapsaugosirdarboministerija" * 3, 150, lines=9).split("<br>")
    assert len(lines) > 2
    assert all(lines)
