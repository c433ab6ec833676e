"""A picture that an answer draws says what it shows and, where it was simulated, that it was."""

import pytest

import socluster as sc

TOWN = sc.load_dataset("siauliai").project()
PRICES = {"conference": 3000, "seminar": 1000}


def pictures(language):
    mixes = {"few large": {"conference": 1}, "many small": {"seminar": 3}}
    held = sc.incubate(TOWN, events={"seminar": 2}, periods=2, draws=3, rng=1)
    compared = sc.compare_portfolios(TOWN, portfolios=mixes, prices=PRICES, periods=2, draws=3, rng=1)
    yield held.plot(language=language)
    yield compared.plot(language=language)
    yield sc.governance_fit(TOWN).plot(language=language)
    yield sc.development_steps(TOWN).plot(language=language)


@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_answer_has_a_title(language):
    for figure in pictures(language):
        assert figure.layout.title.text.strip()
        assert figure.layout.meta["alt"].startswith(figure.layout.title.text.replace(" <br>", " ").rstrip(".")[:10])


def test_what_was_simulated_says_of_which_cluster_and_that_it_was():
    for figure in list(pictures("en"))[:2]:
        assert "90% intervals · 3 draws" in figure.layout.title.subtitle.text.replace(" <br>", " ")
        assert "Šiauliai" in figure.layout.title.subtitle.text
        assert any("Simulated under stated assumptions" in note.text for note in figure.layout.annotations)
