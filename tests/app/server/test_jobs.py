"""The line of questions, with a clock of our own and nobody who calculates."""

from dataclasses import replace

import pytest

from socluster.app.server.jobs import LineFullError, MadeFile, Reply, WaitingLine
from socluster.app.server.settings import ServerLimits


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def line(clock):
    return WaitingLine(replace(ServerLimits(), waiting=3, answers=60), clock=clock)


def ask(line, who, what=None, shared=None):
    return line.ask(who, {"what": what}, shared)


def test_questions_are_answered_in_the_order_in_which_they_came(line):
    jobs = [ask(line, who, who) for who in "abc"]
    assert [line.before(job) for job in jobs] == [0, 1, 2]
    assert line.said(jobs[2]) == {"en": "2 questions before yours", "lt": line.said(jobs[2])["lt"]}
    assert line.said(jobs[0]) is None
    assert [line.take(0).task["what"] for _ in "abc"] == ["a", "b", "c"]
    assert line.take(0) is None
    assert [job.state for job in jobs] == ["working"] * 3


def test_a_run_goes_from_waiting_to_done(line):
    job = ask(line, "a")
    assert job.state == "waiting"
    run = line.take(0)
    line.progress(run, 1, 2)
    line.progress(run, 1, 4)
    assert (job.state, run.share) == ("working", 0.5)
    line.finish(run, "done", Reply("{}"))
    assert (job.state, run.share, job.run.reply.text) == ("done", 1.0, "{}")


def test_the_line_is_bounded(line):
    for who in "abc":
        ask(line, who)
    with pytest.raises(LineFullError):
        ask(line, "d")
    line.take(0)
    assert ask(line, "d").state == "waiting"


def test_a_visitor_has_one_question_at_a_time(line):
    first, second = ask(line, "a", 1), ask(line, "a", 2)
    assert (first.state, second.state) == ("stopped", "waiting")
    assert set(line.said(first)) == {"en", "lt"}
    assert line.take(0).task["what"] == 2
    assert line.take(0) is None


def test_two_pages_of_one_visitor_share_the_same_question(line):
    first, second = ask(line, "a", "same", "hash"), ask(line, "a", "same", "hash")
    assert first.run is second.run
    assert (first.state, second.state) == ("waiting", "waiting")
    ask(line, "a", "another")
    assert (first.state, second.state) == ("stopped", "stopped")


def test_a_run_that_no_worker_has_begun_is_tried_once_more_before_the_others(line):
    job, waiting = ask(line, "a", 1), ask(line, "b", 2)
    run = line.take(0)
    assert line.again(run)
    assert (job.state, line.before(waiting)) == ("waiting", 1)
    assert line.take(0) is run
    assert not line.again(run)
    line.stop(waiting)
    assert not line.again(waiting.run)


def test_equal_questions_are_calculated_once_and_their_answer_is_kept(line):
    jobs = [ask(line, who, "same", "hash") for who in "ab"]
    run = line.take(0)
    late = ask(line, "c", "same", "hash")
    assert line.take(0) is None
    line.finish(run, "done", Reply("[1]"))
    assert [job.run.reply.text for job in (*jobs, late)] == ["[1]"] * 3
    later = ask(line, "d", "same", "hash")
    assert (later.state, later.run.reply.text) == ("done", "[1]")


def test_answers_are_kept_up_to_a_size_and_files_and_failures_are_not(line):
    for name in ("one", "two", "three"):
        ask(line, "a", name, name)
        line.finish(line.take(0), "done", Reply("x" * 25))
    assert [ask(line, "b", name, name).state for name in ("one", "three")] == ["waiting", "done"]
    line.take(0)
    ask(line, "a", "file", "file")
    line.finish(line.take(0), "done", Reply("{}", (MadeFile("a", "b", b"c"),)))
    assert ask(line, "b", "file", "file").state == "waiting"
    line.finish(line.take(0), "failed", said={"en": "no", "lt": "ne"})
    assert ask(line, "c", "file", "file").state == "waiting"


def test_stopping_a_shared_question_stops_it_for_nobody_else(line):
    one, other = (ask(line, who, "same", "hash") for who in "ab")
    run = line.take(0)
    line.stop(one)
    assert (one.state, other.state, line.is_over(run)) == ("stopped", "working", False)
    line.stop(other)
    assert line.is_over(run)
    assert ask(line, "c", "same", "hash").run is not run


def test_a_visitor_who_asks_the_same_again_keeps_the_calculation(line):
    ask(line, "a", "same", "hash")
    run = line.take(0)
    again = ask(line, "a", "same", "hash")
    assert again.run is run
    assert not line.is_over(run)
    waiting = ask(line, "b", "other", "other")
    assert ask(line, "b", "other", "other").run is waiting.run
    assert line.take(0) is waiting.run
    assert line.take(0) is None


def test_stopping_in_the_line_leaves_the_line(line):
    first, second = ask(line, "a"), ask(line, "b")
    line.stop(first)
    assert line.before(second) == 0
    line.stop(first)
    assert line.take(0) is second.run


def test_nobody_finds_the_question_of_another(line):
    job = ask(line, "a")
    assert line.job("a", job.key) is job
    assert line.job("b", job.key) is None
    assert line.job("a", "else") is None
    assert line.job("a", None) is None


def test_questions_are_forgotten_after_a_while(line, clock):
    job = ask(line, "a")
    line.finish(line.take(0), "done", Reply("{}"))
    clock.now += line.limits.jobs_kept - 1
    assert line.job("a", job.key) is job
    clock.now += 2
    assert line.job("a", job.key) is None


def test_a_question_about_which_nobody_asks_any_more_is_stopped(line, clock):
    job, other = ask(line, "a"), ask(line, "b")
    run = line.take(0)
    clock.now += line.limits.unasked - 1
    line.job("b", other.key)
    clock.now += 2
    assert line.is_over(run)
    assert job.state == "stopped"
    assert other.state == "waiting"


def test_a_calculation_that_takes_too_long_is_stopped(line, clock):
    job = ask(line, "a")
    run = line.take(0)
    while clock.now < 1000 + line.limits.longest:
        clock.now += 50
        line.job("a", job.key)
        assert not line.is_over(run) or clock.now > 1000 + line.limits.longest
    clock.now += 1
    assert line.is_over(run)
    assert line.said(job)["en"] == "Stopped after 10 minutes."


def test_it_says_why_nobody_calculates_yet(line):
    line.unready = {"en": "soon", "lt": "tuoj"}
    first, second = ask(line, "a"), ask(line, "b")
    assert line.said(first) == {"en": "soon", "lt": "tuoj"}
    assert line.said(second)["en"] == "1 question before yours"
