"""What a model says that it takes as given."""

import pytest

import socluster as sc
from socluster.inference.ergm.given import of_given, of_given_layers
from socluster.inference.ergm.model import model_of

T = sc.terms
FLORENTINE = sc.load_dataset("florentine")


def model(terms, **more):
    return model_of(FLORENTINE, terms, layer="marriage", **more)


def test_nothing_is_said_where_nothing_is_given():
    found = model([T.edges(), T.nodecov("wealth"), T.esp(1)])
    assert found.given_layers == ()
    assert of_given(found, "en") == []


@pytest.mark.parametrize("term", [T.entrainment("business"), T.cross_twopath("business"), T.edgecov("business")])
def test_the_layer_that_is_conditioned_on_is_named(term):
    found = model([T.edges(), term])
    assert found.given_layers == ("business",)
    said = "The ties of 1 other layer are taken as given (business): nothing is said of how they came about."
    assert of_given_layers(found, "en") == [said]
    assert "verslas" in of_given_layers(found, "lt")[0]
    assert said in sc.ergm(FLORENTINE, [T.edges(), term], layer="marriage").sentences()
    drawn = sc.ergm_simulate(FLORENTINE, [T.edges(), term], [0.0, 0.0], layer="marriage", draws=2, rng=1)
    assert said in drawn.sentences()


def test_what_is_kept_and_held_is_told():
    held = [("Medici", "Pazzi"), ("Medici", "Ridolfi")]
    said = of_given(model([T.edges()], fixed=held, constraint="degrees"), "en")
    assert said == [
        "In all networks of the model everybody has as many ties as in the observed one.",
        "2 dyads are as in the observed network in all of them.",
    ]
    assert "as many ties" in of_given(model([T.triangle()], constraint="edges"), "en")[0]
