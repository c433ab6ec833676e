"""Pictures of a fitted model: what is shown of which cluster."""

import pytest

import socluster as sc

FAMILIES = sc.load_dataset("florentine")


def test_the_coefficients_are_shown_with_their_interval_and_layer():
    fit = sc.ergm(FAMILIES, [sc.terms.edges(), sc.terms.nodecov("wealth")], layer="marriage")
    figure = fit.plot()
    assert "nodecov.wealth" in figure.layout.meta["alt"]
    assert "What makes a tie more likely?" in figure.layout.title.text
    assert "Florentine families" in figure.layout.title.subtitle.text
    assert "90% interval" in figure.layout.title.subtitle.text.replace("\N{NO-BREAK SPACE}", " ")
    assert fit.plot(language="lt").layout.title.text != figure.layout.title.text


def test_the_chains_are_shown_where_there_are_any():
    fit = sc.ergm(FAMILIES, [sc.terms.edges(), sc.terms.triangle()], layer="marriage", rng=7)
    figure = fit.diagnostics(language="lt")
    assert "edges" in figure.layout.meta["alt"]
    assert "Have the chains settled?" in fit.diagnostics().layout.title.text
    with pytest.raises(sc.InputError, match="no chains"):
        sc.ergm(FAMILIES, [sc.terms.edges()], layer="marriage").diagnostics()
