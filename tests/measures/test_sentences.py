"""What the results of measures say: in both languages, with one, with several and with many, and nothing mixed."""

import dataclasses
import re

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster import Cluster
from socluster.core.result import Result
from tests.measures.services.offering import offering

KNOKE = sc.load_dataset("knoke").layer("information")
KITE = sc.load_dataset("kite")
DAVIS = sc.load_dataset("davis")


def town(silent):
    """Four actors, the last of whom did not answer."""
    actors = pd.DataFrame({"actor": list("ABCD"), "responded": [True] * (4 - silent) + [False] * silent})
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]})
    return Cluster.from_tables(actors, ties)


def doubtful(confidence):
    ties = pd.DataFrame({"source": list("AAB"), "target": list("BCC"), "confidence": [confidence, 1.0, 1.0]})
    return Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties)


OFFERED = offering(("a", "K", "Q1", 2.0), ("b", "V", "Q1", 3.0), ("b", "V", "Q2", 1.0))


def results():
    """One result of every kind, and the further ways in which it can be worded."""
    stability = sc.rank_stability(KNOKE, sc.betweenness, draws=21, rng=7, drop=0.1)
    curve = sc.attack_curve(KITE, order=sc.betweenness)
    players = sc.key_players(KITE, k=2)
    core = sc.core_periphery(KNOKE)
    nobody = Cluster.from_tables(pd.DataFrame({"actor": []}))
    alone = Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"], "sector": ["public", "civic"], "rating": [1, 2]}))
    halves = sc.factions(KITE, rng=7)
    return {
        "profile": sc.profile(KNOKE),
        "profile, nobody": sc.profile(nobody),
        "homophily": sc.homophily(KNOKE, group="sector"),
        "homophily, no ties": sc.homophily(alone, group="sector"),
        "autocorrelation": sc.autocorrelation(KNOKE, values="rating", draws=21, rng=7),
        "autocorrelation, geary": sc.autocorrelation(KNOKE, values="rating", variant="geary", draws=21, rng=7),
        "autocorrelation, no ties": sc.autocorrelation(alone, values="rating", draws=1, rng=7),
        "factions": halves,
        "factions, phi": sc.factions(KITE, variant="phi", rng=7),
        "factions, nobody": sc.factions(nobody, rng=7),
        "factions, one": sc.factions(alone.without_actor("B"), k=1, restarts=1, rng=7),
        "mds": sc.mds(KITE),
        "mds, one": sc.mds(alone.without_actor("B")),
        "correspondence": sc.correspondence(DAVIS),
        "correspondence, alike": sc.correspondence(DAVIS.select(actors=["Olivia", "Flora"])),
        "rank_stability": stability,
        "rank_stability, uncertain": sc.rank_stability(doubtful(0.5), sc.degree, draws=2, rng=7),
        "rank_stability, top 1": dataclasses.replace(stability, top=1),
        "brokerage_test": sc.brokerage_test(KNOKE, group="sector"),
        "brokerage_test, fixed": sc.brokerage_test(KNOKE, group="sector", null="fixed", draws=21, rng=7),
        "brokerage_test, dyads": sc.brokerage_test(KNOKE, group="sector", null="dyad_census", draws=2, rng=7),
        "brokerage_test, labels": sc.brokerage_test(KNOKE, group="sector", null="label_permutation", draws=10, rng=7),
        "key_players": players,
        "key_players, equals": sc.key_players(KITE, k=3, goal="reach", steps=2),
        "key_players, proven": dataclasses.replace(players, enumerated=False),
        "key_players, searched": dataclasses.replace(players, enumerated=False, proven=False),
        "key_players, fragmentation": sc.key_players(KITE, k=1, goal="fragmentation"),
        "key_players, distance_reach": sc.key_players(KITE, k=1, goal="distance_reach"),
        "core_periphery": core,
        "core_periphery, found": dataclasses.replace(core, proven=False, optima=None),
        "core_periphery, several": dataclasses.replace(core, optima=2),
        "core_periphery, none": sc.core_periphery(Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}))),
        "partition_agreement": sc.partition_agreement(KNOKE, group="sector", other=sc.concor(KNOKE)),
        "ei_test": sc.ei_test(KNOKE, group="sector", draws=21, rng=7),
        "ei_test, no ties": sc.ei_test(
            Cluster.from_tables(pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", "civic"]})),
            group="sector",
            draws=1,
            rng=7,
        ),
        "attack_curve": curve,
        "attack_curve, random": sc.attack_curve(KITE, draws=21, rng=7),
        "attack_curve, nobody": sc.attack_curve(Cluster.from_tables(pd.DataFrame({"actor": []})), order=sc.degree),
        "blockmodel": sc.blockmodel(KNOKE, group="sector"),
        "report_agreement": sc.report_agreement(KNOKE),
        "report_agreement, two": sc.report_agreement(sc.load_dataset("knoke"), layer="information", received="money"),
        "bounds": sc.bounds(town(2), sc.density),
        "bounds, by actor": sc.bounds(town(2), sc.degree),
        "bounds, drawn": dataclasses.replace(sc.bounds(town(2), sc.density), method="extremes and draws"),
        "bounds, drawn by actor": dataclasses.replace(sc.bounds(town(2), sc.degree), method="extremes and draws"),
        "bounds, known": sc.bounds(KNOKE, sc.density),
        "coverage": sc.coverage(OFFERED, needs={("K", "Q1"): 5, ("V", "Q1"): 2}),
        "inequality": sc.inequality({"K": 2.0, "V": 1.0}, weights={"K": 3.0, "V": 4.0}, groups={"K": "x", "V": "y"}),
        "concentration": sc.concentration({"K": 2.0, "V": 1.0}, rank={"K": 1, "V": 2}),
        "access": sc.access(
            OFFERED,
            population={"K": 10, "V": 5},
            distances={("K", "V"): 5, ("V", "K"): 5},
            bands={10: 1, 20: 0.5},
            service="Q1",
        ),
        "service_overlap": sc.service_overlap(OFFERED),
        "service_matrix": sc.service_matrix(OFFERED),
        "composition_ranges": sc.composition_ranges(total=34, categories=11, at_least=1),
        "dual_projection": sc.dual_projection(DAVIS, [sc.density, sc.global_efficiency]),
        "dual_projection, newman": sc.dual_projection(DAVIS, sc.degree, weights="newman"),
        "dual_projection, jaccard": sc.dual_projection(DAVIS, sc.degree, weights="jaccard"),
    }


RESULTS = results()

# Data, names of functions, and words that both languages share.
SHARED = {"COMM", "EDUC", "INDU", "MAYR", "NEWS", "bernoulli", "dyad_census", "exact", "fixed", "label_permutation"}
SHARED |= {"CONCOR", "to_frame", "Yule", "Geary", "Gini"}


def words(sentences):
    return set(re.findall(r"[^\W\d]{3,}", " ".join(sentences))) - SHARED


def test_no_result_of_a_measure_is_missing_here():
    kinds = {each for each in Result.__subclasses__() if each.__module__.startswith("socluster.measures.")}
    assert {type(each) for each in RESULTS.values()} == kinds


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_says_as_much_in_lithuanian(name):
    result = RESULTS[name]
    english, lithuanian = result.sentences(), result.sentences("lt")
    assert len(english) == len(lithuanian)
    assert repr(result) == "\n".join(english)
    assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in lithuanian)
    for sentence in (*english, *lithuanian):
        assert sentence.endswith(".")
        assert not re.search(r"[{}]|\bnan\b|\bNone\b", sentence), sentence


@pytest.mark.parametrize("name", RESULTS)
def test_no_english_slips_in(name):
    result = RESULTS[name]
    assert words(result.sentences()) & words(result.sentences("lt")) == set()


@pytest.mark.parametrize("name", RESULTS)
def test_numbers_are_written_as_the_language_has_them(name):
    result = RESULTS[name]
    assert not re.search(r"\d,\d", " ".join(result.sentences()))
    assert not re.search(r"\d\.\d", " ".join(result.sentences("lt")))
    assert not re.search(r"-\d", " ".join(result.sentences() + result.sentences("lt")))


FORMS = {1: 0, 2: 1, 5: 1, 10: 2, 21: 0, 111: 2}


@pytest.mark.parametrize(("n", "form"), FORMS.items())
@pytest.mark.parametrize(
    ("name", "field", "english", "lithuanian"),
    [
        ("ei_test", "draws", ("permutation.", "permutations."), ("perstatymas.", "perstatymai.", "perstatymų.")),
        ("brokerage_test, fixed", "draws", ("draw).", "draws)."), ("bandymas).", "bandymai).", "bandymų).")),
        (
            "bounds",
            "unknown",
            ("unknown dyad ", "unknown dyads "),
            ("nežinoma pora ", "nežinomos poros ", "nežinomų porų "),
        ),
        ("blockmodel", "pairs", ("pair,", "pairs,"), ("poros,", "porų,", "porų,")),
        (
            "report_agreement",
            "one",
            ("reported tie ", "reported ties "),
            ("nurodyto ryšio ", "nurodytų ryšių ", "nurodytų ryšių "),
        ),
        (
            "autocorrelation",
            "draws",
            ("permutation.", "permutations."),
            ("perstatymas.", "perstatymai.", "perstatymų."),
        ),
        ("factions", "restarts", ("search,", "searches,"), ("paieškos,", "paieškų,", "paieškų,")),
        ("factions, phi", "restarts", ("search,", "searches,"), ("paieškos,", "paieškų,", "paieškų,")),
        ("key_players, searched", "tried", ("set;", "sets;"), ("rinkinio;", "rinkinių;", "rinkinių;")),
    ],
)
def test_one_several_and_many(n, form, name, field, english, lithuanian):
    told = {field: n} | ({"both": 0} if name == "report_agreement" else {})
    result = dataclasses.replace(RESULTS[name], **told)
    assert f"{n} {english[n != 1]}" in " ".join(result.sentences())
    assert f"{n} {lithuanian[form]}" in " ".join(result.sentences("lt"))


@pytest.mark.parametrize(
    ("n", "lithuanian"), [(2, "gerų branduolių"), (10, "gerų branduolių"), (21, "gero branduolio")]
)
def test_several_cores(n, lithuanian):
    result = dataclasses.replace(RESULTS["core_periphery, several"], optima=n)
    assert result.sentences()[0].endswith(f"one of {n} equally good ones.")
    assert result.sentences("lt")[0].endswith(f"; tai vienas iš {n} vienodai {lithuanian}.")


@pytest.mark.parametrize(("n", "form"), FORMS.items())
def test_draws_of_a_ranking_and_of_an_attack(n, form):
    stability = RESULTS["rank_stability"]
    values = pd.DataFrame(np.tile(stability.values.to_numpy()[:1], (n, 1)), columns=stability.values.columns)
    ranking = dataclasses.replace(stability, values=values)
    assert f"over {n} {'draw' if n == 1 else 'draws'} (" in ranking.sentences()[0]
    lithuanian = ("bandymas", "bandymai", "bandymų")[form]
    assert (
        f"Rodiklis „tarpiškumas“, {n} {lithuanian} (kiekvienas ryšys praleidžiamas su tikimybe 0,1)"
        in ranking.sentences("lt")[0]
    )
    curve = RESULTS["attack_curve"]
    drawn = dataclasses.replace(curve, curves={key: np.tile(each, (n, 1)) for key, each in curve.curves.items()})
    if n == 1:
        assert not any("bandym" in sentence for sentence in drawn.sentences("lt"))
    else:
        assert drawn.sentences("lt")[1].endswith(f"vidutiniškai lieka mažiau kaip pusė visų ({n} {lithuanian}).")
        assert drawn.sentences()[1].endswith(f"less than half of all on average ({n} draws).")


def test_whole_answers_in_lithuanian():
    assert RESULTS["key_players"].sentences("lt") == [
        "Svarbiausi veikėjai: 5 ir 6.",
        "Rodiklis „susiskaidymas pagal atstumą“ (artumo (1 / atstumas), kurio be šių veikėjų trūksta, dalis): 0,607; "
        "esant visiems veikėjams – 0,354.",
        "Išbandyti visi galimi rinkiniai (45).",
        "Joks kitas nėra toks geras.",
    ]
    assert (
        RESULTS["report_agreement, two"]
        .sentences("lt")[0]
        .startswith("Atsakymai apie sluoksnį „informacija“, palyginti su „pinigai“: abi pusės nurodė ")
    )
    roles = RESULTS["brokerage_test"].sentences("lt")
    assert roles[0] == "Veikėjai iš viso tarpininkauja 71 porai (tikėtina 97,2, z −2,3)."
    assert roles[1].startswith(
        "Pagal požymį „sektorius“: koordinatorius – 6 (tikėtina 6,48, z −0,2), keliaujantis tarpininkas – 18"
    )
    assert RESULTS["bounds"].sentences("lt") == [
        "Rodiklis „tankis“, kai yra 1 nežinoma pora (visi 2 užpildymai): tiksliai nuo 0,3333 iki 0,5.",
        "2 iš 4 veikėjų neatsakė: trūksta to, ką galėjo pasakyti tik jie.",
    ]


@pytest.mark.parametrize("language", ["en", "lt"])
def test_figures_name_the_roles_in_the_language(language):
    figure = RESULTS["brokerage_test"].plot(language=language)
    assert ("koordinatorius" in figure.to_json()) == (language == "lt")
    assert ("coordinator" in figure.to_json()) == (language == "en")


@pytest.mark.parametrize("language", ["en", "lt"])
def test_figures_name_the_core_in_the_language(language):
    figure = RESULTS["core_periphery"].plot(language=language)
    assert ("branduolys" in figure.to_json()) == (language == "lt")
    assert ("periphery" in figure.to_json()) == (language == "en")
