"""The elements of static pictures."""

from xml.etree import ElementTree

import pytest

from socluster.plot.svg.elements import element, lines_of, picture, title, words

EVIL = "</svg><script>\"&<>' \u202e\x00"


def test_what_comes_from_outside_cannot_end_an_element():
    drawn = picture(10, 10, EVIL, [words(EVIL, 0, 0, fill=EVIL), title(EVIL), element("path", d=EVIL)])
    root = ElementTree.fromstring(drawn)
    assert [each.tag.rpartition("}")[2] for each in root.iter()] == ["svg", "text", "title", "path"]
    assert root[0].text == "</svg><script>\"&<>' "


@pytest.mark.parametrize(
    ("text", "letters", "most", "lines"),
    [
        ("", 5, 2, [""]),
        ("one two three", 7, 2, ["one two", "three"]),
        ("one two three four", 7, 2, ["one two", "three…"]),
        ("incomprehensible", 6, 2, ["incom…"]),
    ],
)
def test_texts_are_broken_and_cut(text, letters, most, lines):
    assert lines_of(text, letters, most) == lines
    assert all(len(line) <= letters for line in lines)
