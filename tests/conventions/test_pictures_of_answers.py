"""What every picture that an answer draws promises: of which cluster it is, and that its words lie on nothing."""

import html
import inspect
import re
import warnings
from functools import cache

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import SoclusterWarning
from socluster.plot.saving import for_paper, pixels
from socluster.words import value_name
from socluster.words.data import _VALUES
from tests.conventions.test_pictures import alt_of, visible
from tests.conventions.test_results import MADE, all_results
from tests.examples import FULL
from tests.plot.boxes import faults
from tests.plot.keys import strange, without_color

LANGUAGES = ("en", "lt")
ON_PAPER = [(85, "lt"), (85, "en"), (170, "lt"), (170, "en")]
OFFERS = {"ServiceCoverage", "ServiceMatrix", "ServiceOverlap"}  # of places and services, which their titles name


def ways_of(answer):
    return [name for name, each in vars(answer).items() if name.startswith("plot") and inspect.isfunction(each)]


DRAWN = [(name, way) for name, answer in sorted(all_results().items()) for way in ways_of(answer) if name in MADE]


@cache
def answered(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return MADE[name]()


@cache
def picture(name, way, language):
    return getattr(answered(name), way)(language=language)


def name_of_cluster(answer):
    """Return the name of the cluster that an answer is about, from the cluster that it keeps or by itself."""
    parts = ("cluster", "before", "model.network.cluster", "outcome.cluster")
    for path in parts:
        found = answer
        for step in path.split("."):
            found = getattr(found, step, None)
        if found is not None:
            return found.name
    return getattr(answer, "cluster_name", None)


def head(figure):
    title = figure.layout.title
    return html.unescape(re.sub(r"\s*<br>", " ", f"{title.text} {title.subtitle.text}"))


def test_pictures_are_found():
    assert len(DRAWN) > 40


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "way"), DRAWN)
def test_the_words_above_say_of_which_cluster_it_is(name, way, language):
    answer = answered(name)
    known = name_of_cluster(answer)
    if answer.made_of.fingerprint is not None and name not in OFFERS:
        assert known, "an answer that keeps no cluster keeps its name: cluster_name"
        assert known in head(picture(name, way, language)), "plot.caption.about(cluster=...)"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "way"), DRAWN)
def test_a_title_begins_with_a_capital_and_has_no_full_stop(name, way, language):
    title = re.sub(r"<[^>]*>", "", picture(name, way, language).layout.title.text).strip()
    assert not title.endswith("."), "words.headings.as_title"
    known = {
        *answered(name).__dict__.get("labels", ()),
        name_of_cluster(answered(name)),
        "hub",
    }  # names stay as they are
    assert title[:1] == title[:1].upper() or any(str(each) and title.startswith(str(each)) for each in known)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "way"), DRAWN)
def test_signs_of_the_notes_have_the_colours_of_what_is_drawn(name, way, language):
    figure = picture(name, way, language)
    assert without_color(figure) == [], "plot.signs.sign"
    assert strange(figure) == []


def of_one_layer():
    """Answers about one layer of a cluster of several."""
    knoke, options = sc.load_dataset("knoke"), {"layer": "information"}
    model = sc.ergm(knoke, [sc.terms.edges(), sc.terms.mutual()], rng=7, **options)
    null = sc.nulls.FixedTies()
    return {
        "null": sc.compare_to_null(knoke, sc.reciprocity, null=null, draws=9, rng=7, **options),
        "null of actors": sc.compare_to_null(knoke, sc.degree, null=null, draws=9, rng=7, **options),
        "ergm": model,
        "goodness of fit": model.goodness_of_fit(rng=7, draws=9),
        "simulation": model.simulate(rng=7, draws=9),
        "roles": sc.brokerage_test(knoke, group="sector", **options),
        "bootstrap": sc.vertex_bootstrap(knoke, sc.density, draws=9, rng=7, **options),
        "jackknife": sc.jackknife(knoke, sc.density, **options),
        "influence": sc.influence(knoke, sc.density, **options),
        "ranks": sc.rank_stability(knoke.layer("information"), sc.degree, drop=0.1, draws=9, rng=7),
    }


@cache
def of_layers():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return of_one_layer()


@pytest.mark.parametrize(
    "name",
    [
        "null",
        "null of actors",
        "ergm",
        "goodness of fit",
        "simulation",
        "roles",
        "bootstrap",
        "jackknife",
        "influence",
        "ranks",
    ],
)
def test_the_words_above_say_of_which_layer_it_is(name):
    assert "layer: information" in head(of_layers()[name].plot())
    assert "sluoksnis: informacija" in head(of_layers()[name].plot(language="lt"))


@pytest.mark.parametrize(
    "name", ["NullComparison", "QAPTest", "MRQAP", "ErgmGoodnessOfFit", "BrokerageTest", "ErgmFit"]
)
def test_the_words_above_say_of_which_sides_p_is(name):
    assert "p two-sided" in head(picture(name, "plot", "en"))
    assert "p (dvipusis)" in head(picture(name, "plot", "lt"))


@pytest.mark.parametrize("name", ["CollectiveChoice", "Influence", "Losses", "Queue", "Ranking", "RankStability"])
def test_what_is_sorted_says_by_what_and_in_which_direction(name):
    assert "sorted by" in head(picture(name, "plot", "en"))
    assert "surikiuota" in head(picture(name, "plot", "lt"))


@pytest.mark.parametrize(("mm", "language"), ON_PAPER if FULL else [(85, "lt")])
@pytest.mark.parametrize(("name", "way"), DRAWN)
def test_on_paper_words_lie_on_nothing_and_it_fits_on_a_page(name, way, mm, language):
    printed = for_paper(picture(name, way, language), pixels(mm), None)
    assert faults(printed) == []
    assert printed.layout.height <= pixels(240)


# Whatever a column of ours may hold, and what Lithuanian calls otherwise; names of terms (nodematch.sector.civic) are
# names in tables of other programs, too, and stay.
SCHEMA = {
    value
    for column, known in _VALUES.items()
    for value in known
    if column in ("sector", "level", "evidence", "layer", "kind", "ladder") and value_name(column, value, "lt") != value
}
OF_TERMS = re.compile(r"\b\w+(\.\w+)+\b|\((edges|mutual|triangle)\)")


def mixed():
    """Actors of our sectors and levels with ties of our layers and evidence, and offers of our kinds."""
    knoke = sc.load_dataset("knoke")
    levels = ["national", "regional", "local"]
    actors = pd.DataFrame(
        {"actor": list("ABCDEF"), "sector": ["public", "civic", "private"] * 2, "level": levels * 2, "kind": "school"}
    )
    layers = ["cooperation", "funding", "referral"] * 2
    evidence = ["documented", "assumed", "reported", "simulated", "confirmed", "derived"]
    ties = pd.DataFrame(
        {
            "source": list("ABCDEF"),
            "target": list("BCDEFA"),
            "layer": layers,
            "evidence": evidence,
            "confidence": [1, 0.5] * 3,
        }
    )
    town = sc.Cluster.from_tables(actors, ties, name="M")
    model = sc.ergm(knoke.layer("money"), [sc.terms.edges(), sc.terms.nodematch("sector")], rng=7)
    blocks = sc.compare_to_null(knoke.layer("money"), sc.transitivity, null=sc.nulls.Blocks("sector"), draws=9, rng=7)
    return {
        "goodness": lambda say: model.goodness_of_fit(rng=7, draws=9).plot(language=say),
        "coefficients": lambda say: model.plot(language=say),
        "null": lambda say: blocks.plot(language=say),
        "qap": lambda say: sc.qap(town, "cooperation", "funding", draws=9, rng=7).plot(language=say),
        "mrqap": lambda say: sc.mrqap(town, "cooperation", ["funding"], draws=9, rng=7).plot(language=say),
        "network": lambda say: sc.plot.network(town, language=say),
        "levels": lambda say: sc.plot.network(town, color="level", by="sector", language=say),
        "layers": lambda say: sc.plot.network(town, facet="layer", language=say),
        "sectors": lambda say: sc.plot.network(town, facet="sector", language=say),
        "change": lambda say: sc.plot.before_after(town, town.without_actor("A"), language=say),
        "bars": lambda say: sc.plot.bars(sc.degree(town).groupby(town.actors["sector"]).mean(), language=say),
        "mixing": lambda say: sc.plot.matrix(sc.mixing_table(town, group="sector"), language=say),
    }  # fmt: skip


MIXED = mixed()


def english_in(figure):
    """Return the words of our schema that a figure has in English, also in what is read aloud or under the pointer."""
    shown = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", each)) for each in [*visible(figure), alt_of(figure)])
    shown = OF_TERMS.sub(" ", shown)
    return {word for word in SCHEMA if re.search(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", shown)}


@pytest.mark.parametrize("name", MIXED)
def test_what_columns_hold_is_said_in_lithuanian(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        assert english_in(MIXED[name]("lt")) == set(), "words.value_name"


@pytest.mark.parametrize(("name", "way"), DRAWN)
def test_what_answers_hold_is_said_in_lithuanian(name, way):
    figure = picture(name, way, "lt")
    figure = type(figure)(figure).update_layout(
        annotations=[each for each in figure.layout.annotations if each.name != "caption"]
    )
    assert english_in(figure) == set(), "words.value_name"
