"""What tie models say they assume, and what they would vary: numbers, lists and names in both languages."""

import pytest

from socluster.whatif.ties import (
    AnyOf,
    AtMost,
    Closure,
    Committee,
    Complement,
    DistanceDecay,
    LikeActor,
    Logit,
    Mixture,
    Preferential,
    Proximity,
    Rates,
    Scaled,
    Stated,
)

SCHOOL = Stated({"School": 0.9})
HOSTILE = "{n} %s <b>x</b>"
TOLD = "ryšius nurodė analitikas: School 0,9"


@pytest.mark.parametrize(
    ("n", "english", "lithuanian"),
    [
        (1, "at most 1 tie, of these", "ne daugiau kaip 1 ryšį iš šių"),
        (2, "at most 2 ties, of these", "ne daugiau kaip 2 ryšius iš šių"),
        (5, "at most 5 ties, of these", "ne daugiau kaip 5 ryšius iš šių"),
        (10, "at most 10 ties, of these", "ne daugiau kaip 10 ryšių iš šių"),
        (21, "at most 21 ties, of these", "ne daugiau kaip 21 ryšį iš šių"),
    ],
)
def test_a_limit(n, english, lithuanian):
    assert english in AtMost(SCHOOL, ties=n).assumption()
    assert lithuanian in AtMost(SCHOOL, ties=n).assumption("lt")


@pytest.mark.parametrize(
    ("dyads", "english", "lithuanian"),
    [
        (1.0, "prior weight: 1 dyad)", "apriorinio skirstinio svoris – 1 pora)"),
        (2.5, "prior weight: 2.5 dyads)", "apriorinio skirstinio svoris – 2,5 poros)"),
        (4.0, "prior weight: 4 dyads)", "apriorinio skirstinio svoris – 4 poros)"),
        (10, "prior weight: 10 dyads)", "apriorinio skirstinio svoris – 10 porų)"),
        (21, "prior weight: 21 dyads)", "apriorinio skirstinio svoris – 21 pora)"),
    ],
)
def test_rates_and_their_prior(dyads, english, lithuanian):
    model = Rates(by=["sector", "own"], prior_dyads=dyads)
    assert model.assumption().endswith(english)
    assert "at the rates of its sector and own (" in model.assumption()
    assert model.assumption("lt").endswith(lithuanian)
    assert "kaip jo grupė (sektorius ir own; " in model.assumption("lt")


@pytest.mark.parametrize(
    ("rounds", "english", "lithuanian"),
    [
        (1, "with a probability of 0.2", "su tikimybe 0,2"),
        (2, "with a probability of 0.2, in 2 rounds", "su tikimybe 0,2, per 2 ratus"),
        (11, "with a probability of 0.2, in 11 rounds", "su tikimybe 0,2, per 11 ratų"),
        (21, "with a probability of 0.2, in 21 rounds", "su tikimybe 0,2, per 21 ratą"),
    ],
)
def test_closure_in_rounds(rounds, english, lithuanian):
    model = Closure(SCHOOL, probability=0.2, rounds=rounds)
    assert model.assumption().endswith(english)
    assert model.assumption("lt").startswith(f"pirmiausia: {TOLD}; paskui ")
    assert model.assumption("lt").endswith(lithuanian)


@pytest.mark.parametrize(
    ("ties", "english", "lithuanian"),
    [
        (1, "forms 1 tie on average", "užmezga 1 ryšį"),
        (2.5, "forms 2.5 ties on average", "užmezga 2,5 ryšio"),
        (3, "forms 3 ties on average", "užmezga 3 ryšius"),
        (10, "forms 10 ties on average", "užmezga 10 ryšių"),
    ],
)
def test_preferential(ties, english, lithuanian):
    assert english in Preferential(ties=ties, power=1.5).assumption()
    assert "to the power of 1.5" in Preferential(ties=ties, power=1.5).assumption()
    assert lithuanian in Preferential(ties=ties, power=1.5).assumption("lt")
    assert Preferential(ties=ties, power=1.5).assumption("lt").endswith("(laipsnis + 1), pakeltam laipsniu 1,5")


@pytest.mark.parametrize(
    ("model", "english", "lithuanian"),
    [
        (
            LikeActor(HOSTILE, share=0.5, itself=0.1),
            f"the partner is tied to each partner of {HOSTILE} with a probability of 50%, times the confidence of that "
            f"tie, and to {HOSTILE} itself with 0.1",
            f"partneris su kiekvienu veikėjo {HOSTILE} partneriu susietas su tikimybe 50\xa0%, padauginta iš to ryšio "
            f"tikrumo, o su pačiu {HOSTILE} – su tikimybe 0,1",
        ),
        (
            Committee({"Forum": 0.5}, probability=0.3, elsewhere=0.5),
            "the partner attends: Forum 0.5; a shared event leads to a tie with a probability of 0.3, each further one "
            "counts 1, and all count 0.5 with attendees who belong to other groups",
            "partneris dalyvauja: Forum 0,5; bendras renginys lemia ryšį su tikimybe 0,3, kiekvieno tolesnio svoris 1, "
            "o kai kitas dalyvis priklauso ir kitoms grupėms, visų svoris 0,5",
        ),
        (
            Committee(0.2, probability=0.3),
            "the partner attends: each group with a probability of 0.2; a shared event leads to a tie with a "
            "probability of 0.3, each further one counts 1",
            "partneris dalyvauja: kiekvienoje grupėje su tikimybe 0,2; bendras renginys lemia ryšį su tikimybe 0,3, "
            "kiekvieno tolesnio svoris 1",
        ),
        (
            Complement("needs", "offers", 0.6, otherwise=0.1),
            "each need of one side that the other meets leads to a tie with a probability of 0.6; a tie forms for "
            "other reasons with a probability of 0.1",
            "kiekvienas vienos pusės poreikis, kurį tenkina kita, lemia ryšį su tikimybe 0,6; dėl kitų priežasčių "
            "ryšys užsimezga su tikimybe 0,1",
        ),
        (
            DistanceDecay({"A": {"B": 1.0}}, p0=0.5, shape="hyperbolic"),
            "the probability of a tie is 0.5 at distance 0 and falls hyperbolically with distance, on a scale of "
            "(estimated from the cluster)",
            "ryšio tikimybė, kai atstumas 0, yra 0,5, o tolstant mažėja pagal hiperbolę; mastelis – (įvertinta pagal "
            "klasterį)",
        ),
        (
            Logit(match=["sector"], level=["wealth"], shared=["attends"]),
            "ties depend on same sector, level of wealth, shared groups of attends, as estimated from the cluster by "
            "logistic regression with independent dyads",
            "ryšiai priklauso nuo: sutapimas (sektorius), dydis (turtas), bendros grupės (dalyvauja); įvertinta pagal "
            "klasterį logistine regresija, laikant poras nepriklausomomis",
        ),
        (
            Proximity(neighbours={"A": ["B"]}, same=0.5),
            "ties in the same place form with a probability of 0.5; ties between neighbouring places and ties "
            "elsewhere form as often as in the cluster (Beta posterior; prior weight: 4 dyads)",
            "ryšiai toje pačioje vietoje užsimezga su tikimybe 0,5; ryšiai tarp kaimyninių vietų ir ryšiai kitur "
            "užsimezga taip dažnai, kaip klasteryje (Beta aposteriorinis skirstinys; apriorinio skirstinio svoris – 4 "
            "poros)",
        ),
        (
            Mixture({SCHOOL: 3, Scaled(SCHOOL, 0.5): 1}),
            "one of these models is right, but it is unknown which: (75%) the ties were stated by the analyst: School "
            "0.9; (25%) with all probabilities multiplied by 0.5: the ties were stated by the analyst: School 0.9",
            f"teisingas vienas iš šių modelių, bet nežinia kuris: (75\xa0%) {TOLD}; (25\xa0%) visas tikimybes "
            f"padauginus iš 0,5: {TOLD}",
        ),
        (
            AnyOf((SCHOOL, LikeActor("Clinic"))),
            "a tie forms for any of these reasons: the ties were stated by the analyst: School 0.9; the partner is "
            "tied to each partner of Clinic with a probability of 100%, times the confidence of that tie; how far "
            "partners differ from Clinic is left out",
            f"ryšys užsimezga dėl bent vienos iš šių priežasčių: {TOLD}; partneris su kiekvienu veikėjo Clinic "
            "partneriu susietas su tikimybe 100\xa0%, padauginta iš to ryšio tikrumo; į tai, kiek partneriai "
            "skiriasi nuo Clinic, neatsižvelgiama",
        ),
    ],
)
def test_sentences(model, english, lithuanian):
    assert model.assumption() == english
    assert model.assumption("lt") == lithuanian


def test_what_is_varied_is_named_with_its_range():
    assert list(Mixture({Rates(): 3, SCHOOL: 1}).varied()) == [
        "belief in 1, Rates (0 to 1)",
        "Rates: dyads that the prior is worth (1 to 16)",
        "Rates: number of ties, times (0.5 to 1.5)",
        "Stated: odds of the stated ties, times (0.5 to 2)",
    ]
    assert list(Mixture({Rates(): 3, SCHOOL: 1}).varied("lt")) == [
        "1-ojo modelio (Rates) svoris (nuo 0 iki 1)",
        "Rates: apriorinio skirstinio svoris poromis (nuo 1 iki 16)",
        "Rates: ryšių skaičiaus daugiklis (nuo 0,5 iki 1,5)",
        "Stated: nurodytų ryšių šansų daugiklis (nuo 0,5 iki 2)",
    ]
