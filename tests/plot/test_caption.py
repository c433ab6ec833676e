"""The words around a picture."""

import pytest

import socluster as sc
from socluster.plot.caption import about, add_caption, described, head_height, refit, source_of, title
from socluster.plot.figure import blank


def test_a_title_is_shown_as_it_is_in_lines_for_a_phone():
    made = title("<b>Who</b> met whom at the events of the reform in the Šiauliai region?", ["a"], "en")
    assert made["text"].split(" <br>") == [
        "&lt;b&gt;Who&lt;/b&gt; met whom at the",
        "events of the reform in the",
        "Šiauliai region?",
    ]
    assert made["pad"]["t"] == title("Who?", ["a"], "en")["pad"]["t"] + 12


def test_no_title_leaves_less_room():
    nothing, short, long = (title(text, ["a"], "en") for text in ("", "Who?", "Who met whom? " * 40))
    assert nothing["text"] == " "
    assert head_height(nothing) < head_height(short) < head_height(long)
    assert head_height(long) == head_height(short) + 7 * 22  # eight lines, and the rest is cut
    assert long["text"].endswith(" …")


def test_notes_share_a_line_as_far_as_a_phone_has_room():
    notes = ["● " + "a" * 20, "○ " + "b" * 20, "c" * 20]
    lines = title("", notes, "en")["subtitle"]["text"].split("  <br>")
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


def test_what_a_picture_rests_on_stands_on_a_line_of_its_own_above_the_notes():
    below = title("Who?", ["● a", "○ b"], "en", subtitle="<b>Town</b> · 90% intervals")["subtitle"]["text"]
    assert below == "&lt;b&gt;Town&lt;/b&gt; · 90% intervals<br>● a · ○ b"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Town · 21 actors · 1 tie · 90% intervals · 1\u00a0000 draws · as assumed"),
        ("lt", "Town · 21 veikėjas · 1 ryšys · 90\u00a0% intervalai · 1\u00a0000 bandymų · as assumed"),
    ],
)
def test_what_a_picture_rests_on_in_both_languages(language, said):
    known = {"cluster": "Town", "actors": 21, "ties": 1, "level": 0.9, "draws": 1000}
    assert about(language, **known, more=["as assumed"]) == said
    assert about(language) == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Evidence: documented 45, reported 1."), ("lt", "Pagrindas: dokumentuota 45, nurodyta 1.")],
)
def test_the_source_of_a_cluster_and_the_evidence_of_its_links(language, said):
    siauliai = sc.load_dataset("siauliai")
    told = source_of(siauliai, language)
    assert told.endswith(said)
    assert siauliai.info["source" if language == "en" else "source_lt"].rstrip(".") in told


def figure():
    made = blank("en")
    made.update_layout(
        title=title(
            "Who met whom at the events of the reform in the region?", ["a" * 30, "b" * 30], "en", subtitle="c"
        ),
        height=300,
        margin={"t": 100, "b": 40, "l": 58, "r": 8},
    )
    return made


def test_a_caption_stands_below_everything_in_room_of_its_own():
    plain, made = figure(), figure()
    add_caption(made, "Source: <b>reports</b>. " + "Evidence: documented 45. " * 4)
    (note,) = made.layout.annotations
    assert note.text.startswith("Source: &lt;b&gt;reports")
    more = made.layout.height - plain.layout.height
    assert more == made.layout.margin.b - plain.layout.margin.b == 12 + 15 * (note.text.count("<br>") + 1)
    assert note.yshift == -plain.layout.margin.b
    add_caption(plain, None)
    assert plain.layout.height == 300


@pytest.mark.parametrize("width", [361, 500, 740])
def test_for_another_width_the_words_are_broken_anew_and_the_drawing_keeps_its_height(width):
    made = figure()
    add_caption(made, "Source: reports. " + "Evidence: documented 45. " * 4)

    def drawing():
        return made.layout.height - made.layout.margin.t - made.layout.margin.b

    def words():
        return " ".join([made.layout.title.text, made.layout.title.subtitle.text, made.layout.annotations[0].text])

    high, said = drawing(), words().replace("  <br>", " · ").replace(" <br>", " ")
    refit(made, width)
    assert drawing() == high
    assert words().replace("  <br>", " · ").replace(" <br>", " ") == said
    assert made.layout.title.text.count("<br>") == (1 if width < 600 else 0)
    assert made.layout.title.subtitle.text.count("<br>") == (2 if width < 400 else 1)


@pytest.mark.parametrize("width", [361, 740])
def test_a_title_as_long_as_the_longest_sentence_of_ours_is_not_cut(width):
    said = "Iš 35 klientų galima aptarnauti 25 (71 %), o visu keliu nuo pradžios iki galo iš jų pereina 20. " * 2
    said = said.strip()
    made = figure()
    made.update_layout(title=title(said, ["a"], "lt"))
    assert made.layout.title.text.replace(" <br>", " ") == said
    refit(made, width)
    assert made.layout.title.text.replace(" <br>", " ") == said
