"""The words around a picture."""

import pytest

from socluster.plot.caption import described, head_height, title


def test_a_title_is_shown_as_it_is_in_lines_for_a_phone():
    made = title("<b>Who</b> met whom at the events of the reform in the Šiauliai region?", ["a"], "en")
    assert made["text"].split("<br>") == [
        "&lt;b&gt;Who&lt;/b&gt; met whom at the events of the",
        "reform in the Šiauliai region?",
    ]
    assert made["pad"]["t"] == title("Who?", ["a"], "en")["pad"]["t"] + 7


def test_no_title_leaves_less_room():
    nothing, short, long = (title(text, ["a"], "en") for text in ("", "Who?", "Who met whom? " * 20))
    assert nothing["text"] == " "
    assert head_height(nothing) < head_height(short) < head_height(long)
    assert head_height(long) == head_height(short) + 3 * 22  # four lines, and the rest is cut
    assert long["text"].endswith(" …")


def test_notes_share_a_line_as_far_as_a_phone_has_room():
    notes = ["● " + "a" * 20, "○ " + "b" * 20, "c" * 20]
    lines = title("", notes, "en")["subtitle"]["text"].split("<br>")
    assert lines == [f"{notes[0]} · {notes[1]}", notes[2]]
    one, two = (head_height(title("", each, "en")) for each in (notes[:2], notes))
    assert two == one + 17


@pytest.mark.parametrize(("language", "said"), [("en", "There is nothing to show."), ("lt", "Nėra ką rodyti.")])
def test_where_there_is_nothing_to_show_title_and_description_say_so(language, said):
    assert title("Who?", [], language)["subtitle"]["text"] == said
    assert described("Who?", [], language) == f"Who? {said}"


def test_a_description_is_made_of_sentences_and_none_ends_twice():
    assert described("Who gains?", ["Clinic: +2", "NGO …", "Really!"], "en") == "Who gains? Clinic: +2. NGO … Really!"
    assert described("", ["Clinic: +2"], "en") == "Clinic: +2."
    assert described("A <b>name</b>", ["x"], "en") == "A <b>name</b>. x."  # plain text: read aloud, not drawn
