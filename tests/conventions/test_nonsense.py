"""Nonsense in any argument of anything public is refused in words, and soon: nothing raw, nothing that hangs.

One test per function goes through all of its arguments and tells all failures at once; thousands of test cases would
cost more to collect than to run.
"""

import inspect
import random
import signal
import traceback
import warnings

import pytest

import socluster as sc
from socluster.core.checked import _kinds_of, is_checked
from socluster.core.errors import InputError, SoclusterError, SoclusterWarning
from tests.conventions.kinds import kind_of_cluster
from tests.conventions.nonsense import NONSENSE, calls
from tests.examples import FULL

SECONDS = 60  # of computing, far more than any of them takes; what hangs takes for ever
QUICK = 4  # how many kinds of nonsense an argument gets while one works
CELLS = ("sector", "staff", "weight", "confidence", "evidence")  # columns that verbs take by keyword

# These learn from data that the small town does not have.
REFUSED = {"ties.Logit.fitted", "ties.DistanceDecay.fitted", "Cluster.with_attributes", "Cluster.with_columns"}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A word that is taken for a path is one in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)


class TooLongError(BaseException):
    """It takes too long; no part of the package may catch it."""


def stop(number, frame):
    raise TooLongError


def outcome(call, **instead):
    """What comes of a call: an answer, an error of ours, or what must not come (as text)."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", SoclusterWarning)
        before = signal.signal(signal.SIGPROF, stop)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            return call(**instead)
        except SoclusterError as error:
            return error
        except BaseException as error:
            return Raw("".join(traceback.format_exception_only(error)).strip())
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


class Raw(str):
    """A raw error."""


def kinds(name):
    """Which nonsense to try: all of it, or a few that are others for each argument and the same in every run."""
    return list(NONSENSE) if FULL else random.Random(name).sample(list(NONSENSE), QUICK)


@pytest.mark.one_of(2)
@pytest.mark.parametrize("name", sorted(calls()))
def test_nonsense_is_refused_in_words(name):
    call = calls()[name]
    usual = outcome(call)
    assert not isinstance(usual, Raw), usual
    assert name in REFUSED or not isinstance(usual, SoclusterError), "OF_FUNCTIONS needs a call that is right"
    failures = []
    for parameter in call.parameters():
        if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            continue
        for kind in kinds(f"{name} {parameter.name}"):
            found = outcome(call, **{parameter.name: NONSENSE[kind]()})
            if isinstance(found, Raw):
                failures.append(f"{parameter.name}={kind}: {found}")
            if isinstance(found, SoclusterError):
                assert str(found)
                assert str(found.in_language("lt"))
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("name", sorted(name for name, call in calls().items() if "columns" in call.given))
def test_nonsense_in_a_column_is_refused_in_words(name):
    call = calls()[name]
    failures = []
    for column in CELLS:
        if column in inspect.signature(call.function).parameters:
            continue
        for kind in kinds(f"{name} {column}"):
            found = outcome(call, columns=call.given["columns"] | {column: NONSENSE[kind]()})
            if isinstance(found, Raw):
                failures.append(f"{column}={kind}: {found}")
    assert not failures, "\n".join(failures)


def test_truth_is_true_or_false_and_no_word():
    tried = set()
    for name, call in calls().items():
        for parameter in call.parameters():
            if parameter.annotation not in ("bool", "bool | None"):
                continue
            tried.add(parameter.name)
            for word in ("no", "False", "", 0, 1, [], "evil"):
                found = outcome(call, **{parameter.name: word})
                assert isinstance(found, InputError), f"{name}({parameter.name}={word!r})"
                assert f"{parameter.name}" in str(found)
    assert {"normalized", "weighted", "geodesics", "exclusive", "recalculate", "directed"} <= tried


def test_a_number_is_one():
    open_until_applied = (
        "Scenario.with_strength",
        "Scenario.with_capacity",
        "report.Section",
    )  # checked where they are used
    for name, call in calls().items():
        for parameter in call.parameters():
            says = set(str(parameter.annotation).split(" | "))
            if not says <= {"float", "int", "None"} or name in open_until_applied:
                continue
            for wrong in ("evil", True, float("nan"), object(), [1], "\ud800"):
                found = outcome(call, **{parameter.name: wrong})
                assert isinstance(found, InputError), f"{name}({parameter.name}={wrong!r})"


def test_a_choice_is_one_of_its_options():
    for name, call in calls().items():
        for parameter in call.parameters():
            if str(parameter.annotation).startswith("Literal["):
                for wrong in ("evil", 1.5, object()):
                    found = outcome(call, **{parameter.name: wrong})
                    assert isinstance(found, InputError), f"{name}({parameter.name}={wrong!r})"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda c: c.matrix(weights="evil"), "weights must be one of 'strength', 'binary'"),
        (lambda c: c.ego("a", -1), "radius must be a whole number of at least 0"),
        (lambda c: c.renamed(5), "name must be a text or None"),
        (lambda c: c.renamed("\ud800"), "name must be a text or None"),
        (lambda c: c.select(min_weight="x"), "min_weight must be a number"),
        (lambda c: sc.Cluster.from_tables(None), "actors must be a DataFrame"),
        (lambda c: sc.degree(c, layer=c.actors), "layer must be a text or None"),
        (lambda c: sc.rege(c, iterations=10**30), "iterations is too large a number"),
        (lambda c: sc.rege(c, iterations=10**12), "iterations must be a whole number from 1 to"),
        (lambda c: sc.measure(c, sc.density, draws=10**12, rng=1), "draws must be a whole number from 1 to"),
        (lambda c: sc.density(c, layer="lay"), "is no layer"),
        (lambda c: sc.degree(c, direction="inn"), "did you mean 'in'"),
    ],
)
def test_what_is_refused_is_told(call, told):
    with pytest.raises(InputError, match=told):
        call(kind_of_cluster("multiplex"))


def test_bounded_work():
    """Rounds beyond which nothing changes are not gone through."""
    cluster = kind_of_cluster("multiplex")
    assert cluster.ego("a", 10**12) == cluster.ego("a", 10)
    assert sc.concor(cluster, splits=10**12).equals(sc.concor(cluster, splits=10))
    assert sc.rege(cluster, iterations=10_000).equals(sc.rege(cluster, iterations=9_999))


def public_functions():
    for name, call in calls().items():
        yield name, inspect.unwrap(getattr(call.function, "__func__", call.function)), call.function


def test_every_public_function_keeps_what_its_annotations_say():
    for name, function, given in public_functions():
        if inspect.isclass(given) or not inspect.signature(function).parameters:
            continue
        _kinds_of(function)  # all of its annotations can be read
        assert is_checked(getattr(given, "__func__", given)), f"{name} is not @checked"
    for name in sc.__all__:
        value = getattr(sc, name)
        assert not inspect.isfunction(value) or is_checked(value), f"{name} is not @checked"
