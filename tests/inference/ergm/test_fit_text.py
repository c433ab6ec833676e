import numpy as np

import socluster as sc
from socluster.inference.ergm.estimate import Estimate
from socluster.inference.ergm.fit_text import coefficients_told, how_fitted, of_dyads, subject
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact_cases import cluster_of


def estimate(how, **more):
    return Estimate(how, np.zeros(1), np.eye(1), np.array([0.03]), **more)


def test_the_subject_has_numbers_and_layer():
    model = model_of(sc.load_dataset("florentine"), [sc.terms.edges()], layer="marriage")
    assert "20 ties among 120 dyads, layer 'marriage'" in subject(model, "en")
    assert "6 ties among 12 dyads." in subject(model_of(cluster_of("t43a"), [sc.terms.edges()]), "en")


def test_layers_that_are_merged_are_named():
    model = model_of(sc.load_dataset("knoke"), [sc.terms.edges()])
    assert "60 ties among 90 dyads, layers information and money taken together as one." in subject(model, "en")
    assert subject(model, "lt") != subject(model, "en")


def test_of_affiliations_that_were_modelled_no_ties_are_missed():
    davis = sc.load_dataset("davis")
    for answer in (
        sc.ergm(davis, [sc.terms.edges()]),
        sc.ergm(davis, [sc.terms.edges()]).goodness_of_fit(draws=2, rng=1),
        sc.ergm(davis, [sc.terms.edges()]).simulate(draws=2, rng=1),
    ):
        assert "no ties between the actors" not in str(answer)


def test_every_way_is_told_in_both_languages():
    model = model_of(cluster_of("u6a"), [sc.terms.edges()])
    for how in ("dyads", "pairs", "enumeration", "mple", "mcmle", "tapered"):
        chains = np.zeros((4, 9, 1)) if how in ("mcmle", "tapered") else None
        found = estimate(how, without=1, settled=False, chains=chains)
        english, lithuanian = (how_fitted(model, found, 10, 2.0, language) for language in ("en", "lt"))
        assert len(english) == len(lithuanian)
        assert set(english) & set(lithuanian) == set()
    assert (
        "3% of a standard error"
        in how_fitted(model, estimate("mcmle", chains=np.zeros((4, 125, 1))), 500, None, "en")[1]
    )
    assert "bootstrap" in how_fitted(model, estimate("mple"), 500, None, "en")[0]


def test_constraint_unknown_and_held_dyads_are_told():
    kept = model_of(cluster_of("u6a"), [sc.terms.triangle()], constraint="edges")
    assert "as many ties as the observed one" in how_fitted(kept, estimate("mcmle"), 5, None, "en")[-1]
    open_ = model_of(cluster_of("u6a", [(0, 4)]), [sc.terms.edges()], fixed=[("a0", "a1"), ("a2", "a3")])
    told = of_dyads(open_, "en")
    assert told[0].startswith("1 dyad is unknown")
    assert told[1].startswith("2 dyads are held")
    assert of_dyads(kept, "lt") == []


def test_coefficients_are_told_with_their_interval():
    fit = sc.ergm(cluster_of("d4a"), [sc.terms.edges(), sc.terms.mutual()], draws=sc.Draws(1, interval=0.95))
    told = coefficients_told(fit.to_frame(), fit.interval, "en")
    assert "95% interval" in told
    assert "edges 0.693" in told
