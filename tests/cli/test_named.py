"""Measures and terms as they are typed."""

import pytest

import socluster as sc
from socluster.cli import main
from socluster.cli.named import measure_named, measures_named, names_in, null_named, terms_named
from socluster.core.errors import InputError
from socluster.words.measures import measure_name


def test_names_are_separated_by_commas_or_blanks():
    assert names_in(["a,b", " c "]) == ["a", "b", "c"]
    assert measures_named(["density, degree"]) == [sc.density, sc.degree]


def test_measures_may_be_called_what_reports_call_them():
    assert measure_named("Global efficiency") is sc.global_efficiency
    assert measures_named([measure_name("global_efficiency", "lt"), "density,degree"]) == [
        sc.global_efficiency,
        sc.density,
        sc.degree,
    ]


@pytest.mark.parametrize("name", ["read", "Cluster", "__import__", "densty", ""])
def test_only_measures_are_measures(name):
    with pytest.raises(InputError, match="no such measure"):
        measure_named(name)


def test_all_wrong_names_are_told_with_the_nearest():
    with pytest.raises(InputError) as told:
        measures_named(["densty", "degre", "density"])
    assert [problem.nearest for problem in told.value.problems] == ["density", "degree"]


def test_a_word_in_the_names_of_several_measures_is_told_with_all_of_them():
    with pytest.raises(InputError, match="did you mean 'degree'") as caught:
        measures_named(["efektyvumas", "degre"])
    assert "global_efficiency, krackhardt_efficiency, local_efficiency (here: 'efektyvumas')" in str(caught.value)


def test_terms_are_read_and_not_run():
    assert terms_named(["edges", 'nodematch("sector")', "gwesp(0.5)"]) == [
        sc.terms.edges(),
        sc.terms.nodematch("sector"),
        sc.terms.gwesp(0.5),
    ]


def test_a_bare_name_in_brackets_is_a_text():
    assert terms_named(["nodematch(sector)"]) == [sc.terms.nodematch("sector")]
    assert null_named("Blocks(sector)") == sc.nulls.Blocks("sector")
    (found,) = measures_named(["ei_index(group=sector)"])
    knoke = sc.load_dataset("knoke")
    assert found(knoke) == sc.ei_index(knoke, group="sector")


@pytest.mark.parametrize("text", ["edge", "__import__('os')", "edges; 1", "gwesp(open('x'))", "(", "edges.x", ""])
def test_what_is_no_term_is_refused(text):
    with pytest.raises(InputError, match="no such term"):
        terms_named([text])


def test_options_of_a_measure_stand_in_brackets():
    (found,) = measures_named(["ei_index(group='sector')"])
    knoke = sc.load_dataset("knoke")
    assert found(knoke) == sc.ei_index(knoke, group="sector")
    with pytest.raises(InputError, match="no such measure"):
        measures_named(["density('tie')"])


def test_null_models_are_read_and_not_run():
    assert null_named("Blocks('sector')") == sc.nulls.Blocks("sector")
    for text in ("MODELS", "__import__('os')", "Bernouli"):
        with pytest.raises(InputError, match="no such null model"):
            null_named(text)


@pytest.mark.parametrize(
    "command",
    [
        ["measure", "knoke", "betweenness(normalised=False)"],
        ["measure", "knoke", "centralization(measure=degree)"],
        ["ergm", "florentine", "nodematch(frog=1)", "--of", "marriage"],
        ["ergm", "florentine", "nodematch", "--of", "marriage"],
        ["null", "florentine", "density", "--null", "Blocks"],
    ],
)
def test_an_option_that_there_is_not_is_refused_with_those_that_there_are(command, capsys):
    for language in ("en", "lt"):
        assert main([*command, "--language", language]) == 1
        told = capsys.readouterr().err
        assert "Traceback" not in told
        assert not any(word in told for word in ("Any", "Literal", "bool"))
    assert "nodematch" not in told or "attribute, diff=False" in told
