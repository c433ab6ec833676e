import dataclasses

import numpy as np

import socluster as sc
from socluster.development.incubation.incubate import Question
from socluster.draws.settings import Draws
from tests.development.incubation.circles import circle, plain


def task(cluster=None, events=None, *, parameters=None, barriers=None, periods=2, seed=7, **given):
    question = Question.of(
        circle(20, ties=[(0, 1), (2, 5)]) if cluster is None else cluster,
        events={"seminar": 3, "conference": 1} if events is None else events,
        parameters=parameters or sc.Incubation(participants=8),
        barriers=barriers or sc.Barriers(),
        periods=periods,
        settings=Draws(1),
        rng=seed,
        without=None,
        by=None,
        layer=None,
        **given,
    )
    return question.task()[0]


def test_so_many_are_there_and_they_are_among_those_who_may_be():
    one = task(
        events=[{"kind": "seminar", "participants": 4, "actors": ["a1", "a3", "a5", "a7", "a9", "a11"]}], periods=1
    )
    seen = set()
    for draw in range(40):
        who = one._programme(draw).present.tolist()
        assert len(who) == 4
        assert who == sorted(set(who))
        seen |= set(who)
    assert seen == {1, 3, 5, 7, 9, 11}


def test_who_is_there_is_drawn_evenly():
    one = task(events=[{"kind": "seminar", "participants": 5}], periods=1)
    counts = np.bincount(np.concatenate([one._programme(draw).present for draw in range(2_000)]), minlength=20)
    assert abs(counts - 500).max() < 5 * np.sqrt(2_000 * 0.25 * 0.75)


def test_numbers_belong_to_actors_and_events_by_name_not_to_places():
    straight, turned = circle(12), circle(12).select(actors=[f"a{place}" for place in range(11, -1, -1)])
    rows = [{"kind": "seminar", "event": name, "participants": 6} for name in ("first", "second")]
    names = [task(cluster, rows, periods=1) for cluster in (straight, turned)]
    for draw in range(10):
        tied = []
        for _cluster, each in zip((straight, turned), names, strict=True):
            one, other = np.triu_indices(12, 1)
            now = each.states(draw)[0][-1]
            labels = np.array(each.actors)
            tied.append({frozenset(pair) for pair in zip(labels[one[now]], labels[other[now]], strict=True)})
        assert tied[0] == tied[1]


def test_its_fingerprint_changes_with_whatever_matters():
    others = [
        task(seed=8),
        task(periods=3),
        task(barriers=sc.Barriers(0.2)),
        task(parameters=sc.Incubation(participants=9)),
        task(events={"seminar": 4, "conference": 1}),
        task(circle(20)),
    ]
    assert len({each.fingerprint for each in [task(), *others]}) == 7
    assert task().fingerprint == task().fingerprint


def test_a_row_is_the_history_and_the_pairs():
    one = task()
    rows = one.run(3, 6)[0]
    assert rows.shape == (3, one.width)
    tied, trusted = one.states(4)
    np.testing.assert_array_equal(rows[1, :21].reshape(3, 7), one.benefits.rows(tied, trusted))
    assert rows[1, 21:].sum() == (tied[-1] & ~tied[0]).sum()


def test_uncertain_ties_are_there_as_often_as_they_are_sure():
    cluster = circle(6, ties=[(0, 1), (2, 3)])
    ties = cluster.ties.assign(confidence=[0.3, 1.0], evidence="assumed")
    unsure = sc.Cluster._from(dataclasses.replace(cluster.to_tables(), ties=ties))
    one = task(unsure, {}, parameters=plain())
    starts = np.array([one.states(draw)[0][0] for draw in range(2_000)])
    assert abs(starts.sum(axis=1).mean() - 1.3) < 4 * np.sqrt(0.21 / 2_000)
