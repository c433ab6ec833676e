"""What a worker does, asked in this process: the library itself works here."""

import json

import pytest

from socluster.app.server.settings import ServerLimits
from socluster.app.server.tasks import Tasks
from socluster.core.errors import InputError
from tests.app.server.workbooks import example, with_slips
from tests.examples import FULL

SIAULIAI = {"dataset": "siauliai"}
STEPS = [
    {"verb": "with_actor", "actor": "hub", "columns": {"sector": "public"}},
    {
        "verb": "with_ties",
        "source": "hub",
        "targets": {"model": "Rates", "fields": {"by": "sector", "layer": "co-attends"}},
        "columns": {"layer": "co-attends"},
    },
]


@pytest.fixture(scope="module")
def tasks():
    return Tasks(given="knoke")


def do(tasks, task, told=lambda done, total: None):
    text, files = tasks.answer(task, told)
    return json.loads(text), files


def upload(raw, name="ours.xlsx"):
    return {"kind": "open", "source": {"name": name, "suffix": ".xlsx", "digest": name, "raw": raw}, "language": "lt"}


def test_what_is_looked_at_first_is_there_once_it_is_ready(monkeypatch):
    ready = Tasks()
    ready.ready()
    monkeypatch.setattr("socluster.app.server.tasks.overview", None)
    found, _ = do(ready, {"kind": "open", "source": SIAULIAI})
    assert len(found["overview"]["actors"]) == 38


def test_ready_says_what_the_page_offers(tasks):
    about = json.loads(tasks.ready())
    assert about["given"] == "Knoke"
    assert about["datasets"][0]["name"] == "siauliai"
    assert all(set(each) == {"name", "title", "actors"} for each in about["datasets"])
    assert {"report", "tables", "template"} <= set(about["takes"])


@pytest.mark.parametrize("source", [SIAULIAI, {"given": "knoke"}])
def test_data_sets_are_opened(tasks, source):
    answer, files = do(tasks, {"kind": "open", "source": source})
    assert answer["overview"]["actors"]
    assert files == []


def test_the_first_problems_are_told_and_how_many_there_are(tasks):
    raw = b"source,target\n" + b"a,b\n" * 20_000
    source = {"name": "twice.csv", "suffix": ".csv", "digest": "twice", "raw": raw}
    text, _ = tasks.answer({"kind": "open", "source": source, "language": "lt"}, lambda done, total: None)
    answer = json.loads(text)
    assert (len(answer["problems"]), answer["n_problems"]) == (200, 19_999)
    assert len(text) < 100_000


def test_a_problem_that_quotes_a_long_cell_is_cut(tasks):
    raw = b"source,target\n" + b"a;" + b"b" * 50_000 + b",c\n"
    source = {"name": "long.csv", "suffix": ".csv", "digest": "long", "raw": raw}
    text, _ = tasks.answer({"kind": "open", "source": source, "language": "lt"}, lambda done, total: None)
    assert json.loads(text)["problems"]
    assert len(text) < 5_000


def test_an_upload_is_read_or_told_with_a_workbook_to_mend(tasks):
    answer, files = do(tasks, upload(example()))
    assert (len(answer["overview"]["actors"]), files) == (8, [])
    assert answer["name"] == "ours.xlsx"
    answer, files = do(tasks, upload(with_slips(), "slips.xlsx"))
    assert len(answer["problems"]) == 2
    assert [file[0] for file in files] == ["taisytina_slips.xlsx"]
    answer, files = do(tasks, upload(b"nothing", "no.xlsx"))
    assert (len(answer["problems"]), files) == (1, [])


def test_a_question_is_answered_and_progress_is_told(tasks):
    question = {"kind": "change", "scenarios": [{"name": "hub", "steps": STEPS}], "draws": 200, "seed": 7}
    told = []
    answer, _ = do(tasks, {"kind": "ask", "source": SIAULIAI, "question": question}, lambda *how: told.append(how))
    assert answer["draws"] == 200
    assert set(answer["sentences"]) == {"en", "lt"}
    assert told


@pytest.mark.parametrize("draws", [0, 10**7, "many", True, None])
def test_draws_are_bounded(tasks, draws):
    with pytest.raises(InputError, match="draws must be"):
        do(tasks, {"kind": "ask", "source": SIAULIAI, "question": {"kind": "change", "draws": draws}})


def test_a_wrong_question_is_told_in_both_languages(tasks):
    with pytest.raises(InputError) as caught:
        do(tasks, {"kind": "ask", "source": SIAULIAI, "question": {"kind": "chnage"}})
    assert str(caught.value.in_language("lt")) != str(caught.value)


def test_a_file_is_made(tasks):
    answer, files = do(tasks, {"kind": "take", "what": "template", "source": None, "language": "lt"})
    assert answer == {"name": "klasteris.xlsx"}
    assert files[0][0] == "klasteris.xlsx"


def test_only_so_many_data_stay_open(tasks):
    for number in range(12):
        tasks._of_source(upload(example(), f"{number}.xlsx")["source"])
    assert len(tasks._open) <= 8


def test_what_it_is_started_with_is_read_as_it_lies_there(tmp_path):
    path = tmp_path / "mine.xlsx"
    path.write_bytes(example())
    assert json.loads(Tasks(given=str(path)).ready())["given"] == "Example District"
    with pytest.raises(InputError, match="no such file"):
        Tasks(given=str(tmp_path / "else.xlsx")).ready()
    path.write_bytes(with_slips())
    with pytest.raises(InputError, match=r"mine.xlsx \[ties\]"):
        Tasks(given=str(path)).ready()


def test_a_scheduler_that_does_not_answer_is_told():
    with pytest.raises(InputError, match="no Dask scheduler answers at"):
        Tasks("nonsense://nowhere:1")


def test_the_draws_of_a_first_question_are_no_more_than_the_server_allows():
    found, _ = do(Tasks(limits=ServerLimits(draws=300)), {"kind": "open", "source": SIAULIAI})
    assert found["overview"]["draws"] == 300


def test_limits_are_those_of_the_server():
    assert Tasks(limits=ServerLimits(draws=7)).limits.draws == 7


@pytest.mark.skipif(not FULL, reason="starts a cluster; SOCLUSTER_TESTS=full tries it")
@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_gives_the_same_answer(tasks):
    distributed = pytest.importorskip("distributed")
    question = {"kind": "change", "scenarios": [{"name": "hub", "steps": STEPS}], "draws": 100, "seed": 7}
    task = {"kind": "ask", "source": SIAULIAI, "question": question}
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        there = Tasks(cluster.scheduler_address)
        assert do(there, task)[0] == do(tasks, task)[0]
        there._executor.close()
