"""What every picture promises: a description in words, both languages, names letter by letter, and nothing to show.

A new picture is found by itself. Where it needs an option or a column that no other has, it gets them in `GIVEN` or
`TABLE`.
"""

import html
import importlib
import inspect
import pkgutil
import re
import warnings
from functools import cache

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.plot.text import plain
from tests.plot.keys import strange, without_color

LANGUAGES = ("en", "lt")
NO_PICTURES = {"config", "positions"}
PICTURES = sorted(set(sc.plot.__all__) - NO_PICTURES)

# Names that would do harm, or be lost, if plotly read them as tags or templates.
HOSTILE = ["<b>x</b>", "<img src=x onerror=alert(1)>", "]]> & %{y} {n}"]
NEWCOMER, KIND, LAYER, CLUSTER_NAME, TITLE = "<a href=x>hub</a>", "<i>k</i>", "<u>t</u>", "<h1>c</h1>", "<h2>t</h2>"
NAMES = [*HOSTILE, NEWCOMER, KIND, LAYER, CLUSTER_NAME, TITLE]

# Every column that a picture of a table looks at.
TABLE = pd.DataFrame(
    {
        "median": [0.3, 0.1, 0.05],
        "gain": [0.3, 0.1, 0.05],
        "low": [0.2, 0.05, 0.0],
        "high": [0.4, 0.2, 0.1],
        "base": [0.3, 0.1, 0.0],
        "probability": [0.9, 0.8, np.nan],
        "p_increase": [0.9, 0.8, 0.2],
        "p_best": [0.7, 0.2, 0.1],
        "regret": [0.01, 0.1, 0.2],
        "cost": [1.0, 2.0, 3.0],
        "defined": [1.0, 0.9, 0.8],
        "before": [1.0, 2.0, np.nan],
        "after": [2.0, 1.0, 3.5],
        "needed": [9.0, 4.0, 2.0],
        "met": [2.0, 1.0, 2.0],
        "met_low": [2.0, 1.0, 2.0],
        "met_high": [3.0, 1.0, 2.0],
        "access": [1.5, 0.0, 2.5],
        "unweighted": [1.2, 0.0, 2.0],
        "people": [0.2, 0.7, 1.0],
        "amount": [0.1, 0.4, 1.0],
        "mean_largest": [1.0, 0.4, 0.0],
        "largest_low": [1.0, 0.3, 0.0],
        "largest_high": [1.0, 0.6, 0.0],
        "mean_efficiency": [0.4, 0.2, 0.0],
        "efficiency_low": [0.4, 0.1, 0.0],
        "efficiency_high": [0.4, 0.3, 0.0],
        "rank": [1.0, 2.0, np.nan],
        "rank_median": [1.0, 2.0, np.nan],
        "rank_low": [1.0, 2.0, np.nan],
        "rank_high": [2.0, 3.0, np.nan],
        "on_top": [0.9, 0.5, 0.1],
        "minimum": [0.1, 0.0, 0.0],
        "maximum": [0.6, 0.4, 0.2],
        "all_absent": [0.1, 0.1, np.nan],
        "all_present": [0.6, 0.4, np.nan],
        "mean_service": [9.0, 4.0, np.nan],
        "predicted": [0.1, 0.5, 0.9],
        "observed": [0.25, 0.1, 0.05],
        "n": [10, 21, 1],
        "chain": [1, 1, 2],
        "draw": [1, 2, 1],
        "value": [3.0, 4.5, 2.0],
        "planned": [9.0, 4.0, 2.0],
        "done": [8.0, np.nan, 3.0],
        "in_longest": [True, True, False],
        "unit": HOSTILE,
        "on_front": [True, True, False],
        "time": [0.0, 1.0, 2.0],
        "longer": [0.6, 0.3, 0.1],
        "arrivals": [1.0, 1.0, 0.0],
        "clients": [25.0, 5.0, 1.0],
        "source": [HOSTILE[0], HOSTILE[0], HOSTILE[1]],
        "target": [HOSTILE[1], HOSTILE[2], HOSTILE[2]],
        "step": ["<i>1</i>", "<i>1</i>", "2"],
        "step_name": [HOSTILE[0], HOSTILE[0], None],
        "name": [KIND, LAYER, CLUSTER_NAME],
        "status": ["done", "under way", "reopened"],
        "proposed": [False, True, False],
        "form": [HOSTILE[0], HOSTILE[0], HOSTILE[1]],
        "condition": [HOSTILE[1], HOSTILE[2], HOSTILE[1]],
        "required": HOSTILE,
        "measured": HOSTILE[2],
        "verdict": ["holds", "fails", "unknown"],
        "best_low": HOSTILE,
        "best_high": HOSTILE[::-1],
    },
    index=HOSTILE,
)
CLUSTER = sc.Cluster.from_tables(
    pd.DataFrame({"actor": HOSTILE, "sector": [HOSTILE[2], "public", None], "kind": KIND}),
    pd.DataFrame(
        {
            "source": HOSTILE[:2],
            "target": HOSTILE[1:],
            "layer": LAYER,
            "evidence": ["documented", "assumed"],
            "confidence": [1.0, 0.4],
            "ref": HOSTILE[0],
        }
    ),
    groups=pd.DataFrame({"group": HOSTILE[:1], "kind": KIND, "date": ["2016-11-03"]}),
    affiliations=pd.DataFrame({"actor": HOSTILE[:1], "group": HOSTILE[:1]}),
    layers={LAYER: {"directed": True}},
    name=CLUSTER_NAME,
)
CHANGED = (
    CLUSTER.without_actor(HOSTILE[0])
    .with_actor(NEWCOMER, sector="civic")
    .with_ties(NEWCOMER, HOSTILE[1:], layer=LAYER, confidence=0.6)
)
NOBODY = sc.Cluster.from_tables(pd.DataFrame({"actor": []}))
CELLS = pd.DataFrame({HOSTILE[0]: [1.0, 0.0, 2.5], NEWCOMER: [3.0, 1.0, np.nan]}, index=HOSTILE)
SHOWN = {"cluster": CLUSTER, "before": CLUSTER, "after": CHANGED, "cells": CELLS}  # what is not here is a table
NOTHING = {"cluster": NOBODY, "before": NOBODY, "after": NOBODY, "cells": CELLS.iloc[:0]}

# What a picture that needs an option is drawn with.
GIVEN = {"x": "cost", "y": "median", "better": {"x": "lower", "y": "higher"}}

OF_EVERY_LANGUAGE = {"AUC", "Pareto", "caption"}  # the last is what an annotation is called inside, which nobody reads

# Where plotly keeps what people read.
READ = {
    "alt", "hovertemplate", "hovertext", "label", "labels", "name", "text", "texttemplate", "tickprefix", "ticksuffix",
    "ticktext", "title", "x", "y",
}  # fmt: skip
OUR_TAGS = re.compile(r"</?b>|<br>|<span style='color:#\w{6}'>|</span>")


def parameters(name):
    return inspect.signature(getattr(sc.plot, name)).parameters.values()


@cache
def drawn(name, language, *, empty=False, title=None):
    shown = [p.name for p in parameters(name) if p.kind is not p.KEYWORD_ONLY and p.default is p.empty]
    needed = [p.name for p in parameters(name) if p.kind is p.KEYWORD_ONLY and p.default is p.empty]
    assert set(needed) <= set(GIVEN), "a picture needs an option that GIVEN lacks"
    of = [(NOTHING if empty else SHOWN).get(each, TABLE.iloc[:0] if empty else TABLE) for each in shown]
    labels = {p.name: title for p in parameters(name) if p.name.endswith("label")}  # of scales
    options = {each: GIVEN[each] for each in needed} | labels | {"language": language, "title": title}
    taken = {each: value for each, value in options.items() if each in {p.name for p in parameters(name)}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return getattr(sc.plot, name)(*of, **taken)


def alt_of(figure):
    meta = figure.layout.meta
    assert isinstance(meta, dict), "no description: layout.meta['alt'], as plot.caption.described writes it"
    assert isinstance(meta.get("alt"), str), "no description: layout.meta['alt'], as plot.caption.described writes it"
    return meta["alt"]


def texts(value, is_read=False):
    """Yield every text of a figure that a person may read."""
    if isinstance(value, str):
        yield from [value] if is_read else []
    elif isinstance(value, dict):
        # what a template takes from customdata is read, too
        read = READ | ({"customdata"} if {"hovertemplate", "texttemplate"} & set(value) else set())
        for key, each in value.items():
            yield from texts(each, key in read)
    elif isinstance(value, list | tuple | np.ndarray):
        for each in value:
            yield from texts(each, is_read)


def visible(figure):
    """Return the texts of a figure but its description, which is plain text and read aloud."""
    parts = figure.to_plotly_json()
    parts["layout"] = {key: value for key, value in parts["layout"].items() if key not in ("meta", "template")}
    return list(texts(parts))


def words_of(figure):
    """Return the words of a figure and of its description without names of the user's own."""
    found = set()
    for text in [*visible(figure), alt_of(figure)]:
        shown = html.unescape(OUR_TAGS.sub(" ", text.replace("<br>", " ")))
        for name in NAMES:
            shown = shown.replace(name, " ").replace(OUR_TAGS.sub(" ", name), " ")
        found |= set(re.findall(r"[^\W\d_]{3,}", shown))
    return found


def test_every_picture_is_public():
    found = set()
    for module in pkgutil.walk_packages(sc.plot.__path__, "socluster.plot."):
        functions = vars(importlib.import_module(module.name))
        for name in functions.get("__all__", ()):
            if inspect.isfunction(functions[name]) and functions[name].__module__ == module.name:
                returned = str(inspect.signature(functions[name]).return_annotation)
                found |= {name} if returned == "go.Figure" else set()
    assert found == set(PICTURES), "a picture needs a line in socluster/plot/__init__.py"


@pytest.mark.parametrize("name", PICTURES)
def test_signature(name):
    kinds = {p.kind for p in parameters(name)}
    both = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.KEYWORD_ONLY}
    assert kinds == both, "what is shown has no name (/), options have one (*)"
    defaults = {p.name: p.default for p in parameters(name)}
    assert defaults.get("language") == "en", 'every picture takes language="en"'
    assert defaults.get("title", "") is None, "every picture takes title=None"
    assert inspect.signature(getattr(sc.plot, name)).return_annotation == "go.Figure"


@pytest.mark.parametrize("name", PICTURES)
def test_docstring(name):
    text = inspect.getdoc(getattr(sc.plot, name))
    assert text.partition("\n")[0].endswith("?"), "the first line is the question"
    for section in ("Parameters\n---", "Returns\n---", "Raises\n---", "Examples\n---"):
        assert f"\n{section}" in text, section
    for parameter in parameters(name):
        assert re.search(rf"^(\w+, )*{parameter.name}(, \w+)* : ", text, re.MULTILINE), parameter.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_it_is_described_for_those_who_do_not_see_it(name, language):
    alt = alt_of(drawn(name, language, title="Title?"))
    assert alt.startswith("Title? ")
    assert len(alt) > 40
    assert alt.endswith((".", "…"))


@pytest.mark.parametrize("name", PICTURES)
def test_signs_of_the_notes_have_the_colours_of_what_is_drawn(name):
    assert without_color(drawn(name, "en")) == [], "plot.signs.sign"
    assert strange(drawn(name, "en")) == []


@pytest.mark.parametrize("name", PICTURES)
def test_a_title_of_ours_has_no_full_stop(name):
    assert not drawn(name, "en").layout.title.text.strip().endswith("."), "words.headings.as_title"


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_english_is_left_in_lithuanian(name):
    english, lithuanian = words_of(drawn(name, "en")), words_of(drawn(name, "lt"))
    assert (english & lithuanian) - OF_EVERY_LANGUAGE == set(), "say it with words.say, name it with plot.names"
    assert english, "a picture without a word"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_names_are_shown_letter_by_letter(name, language):
    """plotly reads some tags in whatever it shows, and %{...} in templates."""
    figure = drawn(name, language, title=TITLE)
    shown = visible(figure)
    run = [text for text in shown for each in NAMES if plain(each) != each and each in text]
    assert run == [], "escape it with plot.text.plain, wrap or under_pointer"
    tags = [text for text in shown if re.search(r"<\w|</", OUR_TAGS.sub("", text))]
    assert tags == [], "only what `OUR_TAGS` lists is our own"
    names = ("hovertemplate", "texttemplate")  # which not every kind of trace has
    templates = [each for trace in figure.data for name in names if (each := getattr(trace, name, None))]
    assert templates == [], "a name that holds %{y} would be filled"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_every_name_of_the_description_can_be_seen(name, language):
    figure = drawn(name, language, title=TITLE)
    shown = " ".join(visible(figure)).replace("<br>", " ")
    assert [each for each in NAMES if each in alt_of(figure) and plain(each) not in shown] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_where_there_is_nothing_to_show_it_says_so_or_why_not(name, language):
    nothing = {"en": "There is nothing to show.", "lt": "Nėra ką rodyti."}[language]
    try:
        result = drawn(name, language, empty=True)
    except SoclusterError as error:
        result = error
    if isinstance(result, SoclusterError):
        assert len(str(result)) > 20
        return
    assert nothing in alt_of(result)
    assert nothing in " ".join(visible(result)), "plot.caption.title says it where there are no notes"


@pytest.mark.parametrize("name", PICTURES)
def test_another_language_is_refused(name):
    with pytest.raises(sc.InputError, match="language"):
        drawn(name, "de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_like_the_others_and_cannot_upload_the_data(name, language):
    layout = drawn(name, language).layout.template.layout
    assert layout.separators == {"en": ".\u00a0", "lt": ",\u00a0"}[language], "it lacks plot.style.template"
    assert "sendChartToCloud" in layout.modebar.remove, "it lacks plot.style.template"


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_that_it_is_given_is_changed_and_it_is_the_same_again(name):
    before = TABLE.copy(deep=True)
    assert drawn(name, "en").to_json() == drawn.__wrapped__(name, "en").to_json()
    pd.testing.assert_frame_equal(TABLE, before)
