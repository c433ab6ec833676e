"""Workers that are real processes: they answer, are stopped, die and are replaced."""

import json
import os
import signal

import pytest

from socluster.app.server.calculators import Calculators
from socluster.app.server.jobs import WaitingLine
from socluster.app.server.settings import ServerLimits
from tests.app.server import stand_in
from tests.app.server.waiting import until


@pytest.fixture
def line():
    return WaitingLine(ServerLimits())


@pytest.fixture
def calculators(line):
    made = Calculators(line, 1, stand_in.work, (None, None))
    made.start()
    yield made
    made.close()


def ask(line, do, who="a", **more):
    return line.ask(who, {"kind": "ask", "question": {"do": do, **more}})


def ended(job):
    until(lambda: job.state not in ("waiting", "working"))
    return job.state


def answer_of(job):
    assert ended(job) == "done"
    return job.run.reply.text


def test_a_question_is_answered_and_the_worker_stays(line, calculators):
    assert line.unready["en"].startswith("The calculator is getting ready")
    first = answer_of(ask(line, "echo", draws=3))
    assert '"draws": 3' in first
    assert first == answer_of(ask(line, "echo", draws=3))
    assert line.unready is None
    assert calculators.about == '{"given": null, "datasets": []}'


def test_a_file_comes_along(line, calculators):
    job = ask(line, "file")
    answer_of(job)
    assert [(file.name, file.content) for file in job.run.reply.files] == [("a.txt", b"content")]


def test_an_error_is_told_in_both_languages_and_a_fault_of_ours_without_its_insides(line, calculators):
    failed = ask(line, "fail")
    assert ended(failed) == "failed"
    assert line.said(failed)["en"] == "is not so"
    fault = ask(line, "fault")
    assert ended(fault) == "failed"
    assert "ZeroDivision" not in line.said(fault)["lt"]
    assert "secret" not in str(line.said(fault))
    assert "pid" in answer_of(ask(line, "echo"))


def test_stopping_kills_the_worker_and_the_next_one_answers(line, calculators):
    before = answer_of(ask(line, "echo"))
    job = ask(line, "hang")
    until(lambda: job.run.share > 0)
    waiting = ask(line, "echo", who="b")
    line.stop(job)
    assert job.state == "stopped"
    assert answer_of(waiting) != before
    assert job.run.state == "stopped"


def test_a_worker_that_dies_loses_its_question_and_no_other(line, calculators):
    job, waiting = ask(line, "crash"), ask(line, "echo", who="b")
    assert ended(job) == "lost"
    assert "Your choices are still here" in line.said(job)["en"]
    assert "pid" in answer_of(waiting)


def test_a_worker_that_is_killed_while_it_has_nothing_to_do_is_replaced(line, calculators):
    answer_of(ask(line, "echo"))
    until(lambda: len(calculators.processes) == 2)
    before = set(calculators.processes)
    for process in before:
        os.kill(process, signal.SIGKILL)
    until(lambda: not before & set(calculators.processes))
    assert "pid" in answer_of(ask(line, "echo"))


def test_a_question_that_does_not_reach_the_worker_fails_and_the_next_one_is_answered(line, calculators):
    deep = []
    for _ in range(20_000):
        deep = [deep]
    failed, after = ask(line, "echo", x=deep), ask(line, "echo", who="b")
    assert ended(failed) == "failed"
    assert line.said(failed)["lt"] != line.said(failed)["en"]
    assert "pid" in answer_of(after)


def test_a_question_to_a_worker_that_died_before_is_answered_by_the_one_that_is_ready(line, calculators):
    pid = json.loads(answer_of(ask(line, "echo")))["pid"]
    until(lambda: len(calculators.processes) == 2)
    os.kill(pid, signal.SIGKILL)
    assert json.loads(answer_of(ask(line, "echo")))["pid"] != pid


def test_several_workers_calculate_at_the_same_time(line):
    calculators = Calculators(line, 2, stand_in.work, (None, None))
    calculators.start()
    try:
        hanging = ask(line, "hang")
        assert "pid" in answer_of(ask(line, "echo", who="b"))
        assert hanging.state == "working"
    finally:
        calculators.close()


@pytest.mark.parametrize(
    ("work", "said"), [(stand_in.broken, "there is no such data"), (stand_in.dies, "The calculator does not start")]
)
def test_a_worker_that_does_not_get_ready_is_told(line, work, said):
    calculators = Calculators(line, 1, work, (None, None))
    calculators.start()
    try:
        assert calculators.ready.wait(120)
        assert said in calculators.broken["en"]
        assert line.said(ask(line, "echo")) == calculators.broken
    finally:
        calculators.close()


def test_nothing_is_left_when_it_is_closed(line, calculators):
    answer_of(ask(line, "echo"))
    processes = calculators.processes
    assert processes
    calculators.close()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
