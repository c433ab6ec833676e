"""Singular and plural in what answers to what-ifs say: two forms in English, three in Lithuanian."""

import itertools
import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import SoclusterWarning
from socluster.whatif.choice.certificate import Certificate
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.comparison.outcome_text import of_comparison
from socluster.whatif.leaving.losses import losses
from socluster.whatif.leaving.survival import surviving_ties
from socluster.whatif.leaving.worst_case import worst_case
from socluster.whatif.ties.logit_fit import LogitFit, Term
from socluster.whatif.ties.regression import Regression


def path(n):
    names = [f"Q{place}" for place in range(n)]
    ties = pd.DataFrame(list(itertools.pairwise(names)), columns=["source", "target"])
    return sc.Cluster.from_tables(pd.DataFrame({"actor": names, "sector": names}), ties)


def all_tied(n):
    names = [f"Q{place}" for place in range(n)]
    ties = pd.DataFrame(list(itertools.combinations(names, 2)), columns=["source", "target"])
    return sc.Cluster.from_tables(pd.DataFrame({"actor": names}), ties)


def unsure(n):
    """A path of whose ties none is sure."""
    ties = path(n).ties.assign(confidence=0.5, evidence="assumed")
    return sc.Cluster.from_tables(path(n).actors.reset_index(), ties)


def joining(n):
    return [
        sc.Scenario(f"X{place:02}").with_actor(f"X{place:02}").with_ties(f"X{place:02}", sc.ties.Stated({"Q0": 0.5}))
        for place in range(n)
    ]


def compared(n):
    row = {"of": f"mean of {n} actors", "before": 1.0, "after": 2.0, "delta": 1.0, "low": 1.0, "high": 1.0}
    row |= {"p_increase": 1.0, "p_decrease": 0.0, "p_improvement": np.nan, "defined": 1.0, "high": 2.0}
    table = pd.DataFrame([row], index=pd.MultiIndex.from_tuples([("Qx", "degree")], names=["scenario", "measure"]))
    return {
        language: of_comparison(table, draws=n, interval=0.9, better={}, assumptions=(), language=language)
        for language in ("en", "lt")
    }


def told(answer):
    return {language: answer.sentences(language) for language in ("en", "lt")}


def changed_in_draws(n):
    return sc.attribute(path(3), joining(1)[0], measure=sc.density, draws=n, rng=1)


def more_than_ten(n):
    actors = [f"X{place:02}" for place in range(10 + n)]
    scenario = sc.Scenario("Qx")
    for actor in actors:
        scenario = scenario.with_actor(actor)
    return sc.attribute(path(3), scenario, measure=lambda cluster: cluster.n_actors, samples=2, rng=1)


def fitted(n):
    one = Regression(np.zeros(1), np.eye(1), 0.0)
    return LogitFit((Term("intercept"),), one, n, 0.5, False)


def calibrated(n):
    pairs = pd.DataFrame({"actor": [f"Q{place}" for place in range(n)], "predicted": 0.0, "observed": True})
    return sc.ties.Calibration(sc.ties.Rates(), "tie", pairs)


# By number: what is said in English, and in Lithuanian.
CASES = {
    "draws of a comparison": (
        compared,
        {
            1: ("What if: Qx (1 draw)", "Kas būtų, jeigu: Qx (1 bandymas)"),
            2: ("What if: Qx (2 draws, 90% intervals)", "Kas būtų, jeigu: Qx (2 bandymai, 90\xa0% intervalai)"),
            5: ("What if: Qx (5 draws, 90% intervals)", "Kas būtų, jeigu: Qx (5 bandymai, 90\xa0% intervalai)"),
            10: ("What if: Qx (10 draws, 90% intervals)", "Kas būtų, jeigu: Qx (10 bandymų, 90\xa0% intervalai)"),
            21: ("What if: Qx (21 draws, 90% intervals)", "Kas būtų, jeigu: Qx (21 bandymas, 90\xa0% intervalai)"),
        },
    ),
    "actors of a comparison": (
        compared,
        {
            1: ("average over the 1 actor who stays, rises", "laipsnis (1 liekančio veikėjo vidurkis) padidėja"),
            2: ("average over the 2 actors who stay, rises", "laipsnis (2 liekančių veikėjų vidurkis) padidėja"),
            10: ("average over the 10 actors who stay, rises", "laipsnis (10 liekančių veikėjų vidurkis) padidėja"),
            21: ("average over the 21 actors who stay, rises", "laipsnis (21 liekančio veikėjo vidurkis) padidėja"),
        },
    ),
    "losses": (
        lambda n: told(losses(path(n + 2))),
        {
            1: ("1 of 3 losses breaks something", "1 iš 3 netekčių likusiesiems ką nors nutraukia"),
            2: ("2 of 4 losses break something", "2 iš 4 netekčių likusiesiems ką nors nutraukia"),
            10: ("10 of 12 losses break something", "10 iš 12 netekčių likusiesiems ką nors nutraukia"),
            19: ("19 of 21 losses break something", "19 iš 21 netekties likusiesiems ką nors nutraukia"),
        },
    ),
    "nothing breaks": (
        lambda n: told(losses(all_tied(n))),
        {
            3: ("None of 3 losses cuts a way", "Nė viena iš 3 netekčių nenutraukia kelio"),
            5: ("None of 5 losses cuts a way", "Nė viena iš 5 netekčių nenutraukia kelio"),
            21: ("None of 21 losses cuts a way", "Nė viena iš 21 netekties nenutraukia kelio"),
        },
    ),
    "a worst case": (
        lambda n: told(worst_case(path(n + 2), size=n)),
        {
            1: (
                "Which actor would it hurt most to lose? (3 actors, 2 ties;",
                "Kurio veikėjo netektis būtų skaudžiausia?",
            ),
            2: ("Which 2 actors would it hurt most to lose? (4 actors", "Kurių 2 veikėjų netektis būtų skaudžiausia?"),
            10: (
                "Which 10 actors would it hurt most",
                "Kurių 10 veikėjų netektis būtų skaudžiausia? (12 veikėjų, 11 ryšių;",
            ),
            21: (
                "Which 21 actors would it hurt most",
                "Kurių 21 veikėjo netektis būtų skaudžiausia? (23 veikėjai, 22 ryšiai;",
            ),
        },
    ),
    "all sets of a worst case": (
        lambda n: told(worst_case(path(n), size=1)),
        {
            3: ("All 3 sets of this size were tried", "Išbandyti visi 3 tokio dydžio rinkiniai: blogesnio nėra."),
            10: ("All 10 sets of this size were tried", "Išbandyti visi 10 tokio dydžio rinkinių: blogesnio nėra."),
            21: ("All 21 sets of this size were tried", "Išbandytas 21 tokio dydžio rinkinys, t. y. visi"),
        },
    ),
    "who leaves": (
        lambda n: told(surviving_ties(path(n + 2), without=[f"Q{place}" for place in range(n)])),
        {
            1: ("of the 2 ties if 1 of 3 actors leaves (Q0)?", "iš 2 ryšių, jeigu pasitraukia 1 iš 3 veikėjų (Q0)?"),
            2: ("of the 3 ties if 2 of 4 actors leave (Q0 and Q1)?", "jeigu pasitraukia 2 iš 4 veikėjų (Q0 ir Q1)?"),
            19: ("of the 20 ties if 19 of 21 actors leave", "iš 20 ryšių, jeigu pasitraukia 19 iš 21 veikėjo"),
            20: ("of the 21 ties if 20 of 22 actors leave", "iš 21 ryšio, jeigu pasitraukia 20 iš 22 veikėjų"),
        },
    ),
    "what ends": (
        lambda n: told(surviving_ties(path(n + 1), ties={"layer": "tie"})),
        {
            1: ("if 1 tie ends?", "jeigu nutrūksta 1 ryšys?"),
            2: ("if 2 ties end?", "jeigu nutrūksta 2 ryšiai?"),
            10: ("if 10 ties end?", "jeigu nutrūksta 10 ryšių?"),
            21: ("if 21 ties end?", "jeigu nutrūksta 21 ryšys?"),
        },
    ),
    "what survives in draws": (
        lambda n: told(surviving_ties(unsure(4), without=["Q0"], draws=n, rng=1)),
        {
            1: ("In tie there are no ties in any draw.", "nė viename bandyme ryšių nėra."),
            10: ("in 90% of 10 draws)", "taip 90\xa0% iš 10 bandymų)"),
            21: ("in 90% of 21 draws)", "taip 90\xa0% iš 21 bandymo)"),
        },
    ),
    "a ranking": (
        lambda n: told(sc.rank_partners(path(3), joining(2), goal=sc.density, draws=n, rng=1)),
        {
            1: ("for density (higher is better): a loss of", "„tankis (geriau daugiau)“ pirmauja X00: nuostolis"),
            2: ("in 50% of 2 draws: a mean loss of", "50\xa0% bandymų (iš viso 2): vidutinis nuostolis"),
        },
    ),
    "a sensitivity": (
        lambda n: told(sc.sensitivity(path(3), joining(2), goal=sc.density, draws=n, rng=1)),
        {
            1: ("for density (higher is better), with a loss of", "pirmauja X00, nuostolis"),
            2: ("of 2 draws, with a mean loss of", "50\xa0% bandymų (iš viso 2), vidutinis nuostolis"),
        },
    ),
    "a plan": (
        lambda n: told(sc.plan_partners(path(3), joining(n), goals=sc.density, k=1, draws=2, rng=1)),
        {
            1: ("Choose X00 (1 of 1 candidate).", "Rinktis: X00 (1 iš 1 kandidato)."),
            2: ("(1 of 2 candidates).", "(1 iš 2 kandidatų)."),
            21: ("(1 of 21 candidates).", "(1 iš 21 kandidato)."),
        },
    ),
    "a certificate of a search": (
        lambda n: told(Certificate("greedy and exchange", False, n, 1.0, 2.0)),
        {
            1: ("exchange over 1 set, not proven.", "apskaičiavus 1 rinkinį; neįrodyta."),
            2: ("exchange over 2 sets, not proven.", "apskaičiavus 2 rinkinius; neįrodyta."),
            10: ("exchange over 10 sets, not proven.", "apskaičiavus 10 rinkinių; neįrodyta."),
            21: ("exchange over 21 sets, not proven.", "apskaičiavus 21 rinkinį; neįrodyta."),
        },
    ),
    "a certificate of all sets": (
        lambda n: told(Certificate("all sets", True, n, 1.0, 1.0)),
        {
            1: ("Exact: only one set is allowed.", "Tikslu: leistinas tik vienas rinkinys."),
            2: ("Exact: all 2 sets that are allowed were computed", "apskaičiuoti visi 2 leistini rinkiniai."),
            10: ("Exact: all 10 sets that are allowed were computed", "apskaičiuoti visi 10 leistinų rinkinių."),
            21: (
                "Exact: all 21 sets that are allowed were computed",
                "apskaičiuotas 21 leistinas rinkinys, t. y. visi.",
            ),
        },
    ),
    "a coverage": (
        lambda n: told(Coverage([f"Q{place}" for place in range(n)], {"Qx": ["Q0"]})),
        {
            1: ("Coverage of 1 need, 1 in all.", "Aprėptis: 1 poreikis, iš viso 1."),
            2: ("Coverage of 2 needs, 2 in all.", "Aprėptis: 2 poreikiai, iš viso 2."),
            10: ("Coverage of 10 needs, 10 in all.", "Aprėptis: 10 poreikių, iš viso 10."),
            21: ("Coverage of 21 needs, 21 in all.", "Aprėptis: 21 poreikis, iš viso 21."),
        },
    ),
    "a sweep": (
        lambda n: told(sc.sweep_partners(path(3), {f"Qx{place}": ["Q0"] for place in range(n)}, measures=[sc.density])),
        {
            1: ("1 candidate, all of its ties sure.", "1 kandidatas, visi jo ryšiai tikri."),
            2: ("2 candidates, one at a time", "2 kandidatai po vieną"),
            10: ("10 candidates, one at a time", "10 kandidatų po vieną"),
        },
    ),
    "an attribution in draws": (
        lambda n: told(changed_in_draws(n)),
        {
            2: ("compared with the current cluster (2 draws, 90% intervals)", "(2 bandymai, 90\xa0% intervalai)"),
            10: ("compared with the current cluster (10 draws, 90% intervals)", "(10 bandymų, 90\xa0% intervalai)"),
            21: ("compared with the current cluster (21 draws, 90% intervals)", "(21 bandymas, 90\xa0% intervalai)"),
        },
    ),
    "what is left of an attribution": (
        lambda n: told(more_than_ten(n)),
        {
            1: ("1 more adds 1.", "Dar 1 pakeitimo indėlis: 1."),
            2: ("2 more add up to 2.", "Dar 2 pakeitimų bendras indėlis: 2."),
            10: ("10 more add up to 10.", "Dar 10 pakeitimų bendras indėlis: 10."),
        },
    ),
    "a calibration": (
        lambda n: told(calibrated(n)),
        {
            1: ("1 actor was left out, 1 dyad predicted.", "po vieną pašalintas 1 veikėjas, prognozuota 1 pora."),
            2: ("2 actors were left out one by one, 2 dyads", "pašalinti 2 veikėjai, prognozuotos 2 poros."),
            10: ("10 actors were left out one by one, 10 dyads", "pašalinta 10 veikėjų, prognozuota 10 porų."),
        },
    ),
    "ties that a model excludes": (
        lambda n: told(calibrated(n)),
        {
            1: ("1 existing tie has probability 0", "1 esamo ryšio tikimybė modelyje – 0."),
            2: ("2 existing ties have probability 0", "2 esamų ryšių tikimybė modelyje – 0."),
        },
    ),
    "rates": (
        lambda n: told(sc.ties.Rates().posterior(path(n))),
        {
            2: ("between 2 blocks are estimated from 1 dyad (", "tarp jų įvertinti pagal tokius duomenis: 1 pora ("),
            5: ("between 5 blocks are estimated from 10 dyads (", "pagal tokius duomenis: 10 porų ("),
        },
    ),
    "a regression": (
        lambda n: told(fitted(n)),
        {
            1: (
                "Logistic regression on 1 dyad (expected ties: 0.5).",
                "regresija iš 1 poros (tikėtinas ryšių skaičius – 0,5)",
            ),
            2: ("Logistic regression on 2 dyads (expected", "regresija iš 2 porų ("),
            21: ("Logistic regression on 21 dyads (expected", "regresija iš 21 poros ("),
        },
    ),
}


@pytest.mark.parametrize(("case", "n"), [(case, n) for case, (_, expected) in CASES.items() for n in expected], ids=str)
def test_numbers_take_the_form_that_the_language_wants(case, n):
    make, expected = CASES[case]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        said = make(n)
    english, lithuanian = expected[n]
    assert english in " ".join(said["en"])
    assert lithuanian in " ".join(said["lt"])
