"""The glossary is complete in both languages, in the order of each, and keeps words apart that collide."""

import pytest


@pytest.fixture(scope="module")
def tables(docs_module):
    return docs_module("glossary_tables")


@pytest.fixture(scope="module")
def rows(tables):
    return tables.rows()


def test_every_term_has_two_languages_a_meaning_and_a_known_source(tables, rows):
    assert len(rows) >= 90
    for row in rows:
        assert row["en"].strip()
        assert row["lt"].strip()
        assert row["meaning"].strip()
        assert row["source"] in tables.WHERE


def test_no_chosen_word_is_rejected_elsewhere(rows, tables):
    chosen = [word.strip() for row in rows for word in row["lt"].split(";")]
    rejected = tables.rejected(rows)
    assert len(rejected) >= 50
    for word in chosen:
        for pattern, instead in rejected:
            assert not pattern.search(word), f"{word!r} is chosen and rejected (in favour of {instead!r})"


def test_no_term_stands_twice(rows):
    english = [row["en"] for row in rows]
    assert len(set(english)) == len(english)
    lithuanian = [word.strip() for row in rows for word in row["lt"].split(";")]
    assert len(set(lithuanian)) == len(lithuanian)


def test_words_that_collide_are_kept_apart(rows):
    lithuanian = {row["en"]: row["lt"] for row in rows}
    assert lithuanian["social cluster"] == "socialinis klasteris"
    assert "klaster" not in lithuanian["community"]
    assert lithuanian["brokerage"] == "struktūrinis tarpininkavimas"
    assert lithuanian["centralisation"] == "centralizacija"
    assert "tarpiškumas" in lithuanian["betweenness"]


def test_lithuanian_words_are_in_lithuanian_order(tables):
    words = ["žodis", "šaltinis", "ąžuolas", "ypatingas", "čia", "ilgas", "cukrus", "sala", "jungtis", "akis"]
    expected = ["akis", "ąžuolas", "cukrus", "čia", "ilgas", "ypatingas", "jungtis", "sala", "šaltinis", "žodis"]
    assert sorted(words, key=tables.lithuanian_order) == expected


def test_every_letter_has_its_place(tables, rows):
    letters = {letter for row in rows for letter in row["lt"].lower() if letter.isalpha()}
    assert letters <= set(tables.ALPHABET)
