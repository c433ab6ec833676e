"""Draws that are stopped and gone on with: what is finished is kept, and nothing else is taken for it."""

import resource
import signal
import subprocess
import sys
import textwrap

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from socluster.core.errors import InputError
from socluster.draws.checkpoint import Checkpoint
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws
from tests.draws.tasks import Dice, assert_same


def rows(task, folder, draws=30):
    with Drawing(Draws(draws, checkpoint=folder), "test") as drawing:
        return drawing.rows(task)


def nothing(draw):
    return None


class Tally:
    """Counts draws in a file: a number that grows would make another task of it each time."""

    def __init__(self, path):
        self.path = path

    def __call__(self, draw):
        with self.path.open("a") as file:
            file.write(".")

    def taken(self):
        count = len(self.path.read_text()) if self.path.exists() else 0
        self.path.write_text("")
        return count


def test_finished_draws_are_kept_and_not_computed_again(tmp_path):
    tally, folder = Tally(tmp_path / "tally"), tmp_path / "kept"
    task = Dice(before_draw=tally)
    rows(task, folder, 20)
    assert sorted(path.name for path in folder.iterdir()) == [
        "draws-000000000-000000010.parquet",
        "draws-000000010-000000020.parquet",
        "task.json",
    ]
    assert tally.taken() == 20
    assert_same(rows(task, folder, 50), Dice().run(0, 50))
    assert tally.taken() == 30


def test_every_part_comes_back_to_the_last_bit(tmp_path):
    written = Dice().run(3, 9)
    store = Checkpoint(tmp_path, Dice())
    store.write((3, 9), written)
    assert_same(store.read([(3, 9), (9, 12)])[3, 9], written)
    assert list(store.read([(3, 9), (9, 12)])) == [(3, 9)]


def test_a_checkpoint_of_another_task_is_refused(tmp_path):
    rows(Dice(), tmp_path)
    for other in (Dice(8), Dice(before_draw=nothing)):
        with pytest.raises(InputError, match="belongs to another question"):
            rows(other, tmp_path)
    (tmp_path / "task.json").write_text("{")
    with pytest.raises(InputError, match="no checkpoint of socluster"):
        rows(Dice(), tmp_path)
    (tmp_path / "task.json").unlink()
    with pytest.raises(InputError, match=r"no task\.json"):
        rows(Dice(), tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be used"):
        rows(Dice(), tmp_path / "file")


def test_a_damaged_piece_is_named(tmp_path):
    rows(Dice(), tmp_path)
    piece = next(tmp_path.glob("*.parquet"))
    piece.write_bytes(b"PAR1 no more")
    with pytest.raises(InputError, match=piece.name):
        rows(Dice(), tmp_path)


PART, DRAW, NUMBERS = [0] * 10 + [1] * 10, [*range(10), *range(10)], [[0.5]] * 10 + [[1.0, 2.0, 3.0]] * 10


def strange(**columns):
    """The table of the first piece, with other columns."""
    return pa.table({"part": PART, "draw": DRAW, "numbers": NUMBERS} | columns)


STRANGE = {
    "another table": pa.table({"a": [1]}),
    "no rows": strange().slice(0, 0),
    "text in place of numbers": strange(numbers=["x"] * 20),
    "lists of text": strange(numbers=[["x"]] * 20),
    "integers": strange(numbers=[[1]] * 20),
    "a gap in place of a list": strange(numbers=[None, *NUMBERS[1:]]),
    "a gap in place of a number": strange(numbers=[[None], *NUMBERS[1:]]),
    "one width too many": strange(numbers=[[0.5, 0.5], *NUMBERS[1:]]),
    "a part too few": strange().slice(0, 10),
    "a draw too few": strange().slice(1),
    "draws of another piece": strange(draw=[*range(10, 20), *range(10, 20)]),
    "a draw twice": strange(draw=[0, *DRAW[:-1]]),
    "another part": strange(part=[1] * 20),
    "no draws": strange().drop_columns(["draw"]),
}


@pytest.mark.parametrize("table", STRANGE.values(), ids=STRANGE)
def test_a_table_of_something_else_is_not_taken_for_draws(tmp_path, table):
    rows(Dice(), tmp_path)
    pq.write_table(table, tmp_path / "draws-000000000-000000010.parquet")
    with pytest.raises(InputError, match="does not hold the draws that its name says") as caught:
        rows(Dice(), tmp_path)
    assert caught.value.problems[0].file == str(tmp_path / "draws-000000000-000000010.parquet")


def test_draws_that_do_not_fit_each_other_are_refused(tmp_path):
    rows(Dice(), tmp_path, 20)
    pq.write_table(strange(numbers=[[0.5, 0.5]] * 20), tmp_path / "draws-000000000-000000010.parquet")
    with pytest.raises(InputError, match="do not fit each other"):
        rows(Dice(), tmp_path, 30)


def test_whatever_the_card_is_it_is_said_in_words(tmp_path):
    for text in ("[" * 100_000, '{"socluster_checkpoint": ' + "9" * 5000 + "}", "\0"):
        (tmp_path / "task.json").write_text(text)
        with pytest.raises(InputError, match="no checkpoint of socluster"):
            rows(Dice(), tmp_path)


@pytest.mark.parametrize("folder", ["a\0b", "\ud800", "n" * 300])
def test_a_folder_that_cannot_be_is_refused_in_words(tmp_path, folder):
    with pytest.raises(InputError):
        rows(Dice(), f"{tmp_path}/{folder}")


def test_a_full_disk_is_said_in_words_and_what_was_kept_stays(tmp_path):
    store = Checkpoint(tmp_path, Dice())
    store.write((0, 10), Dice().run(0, 10))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(InputError, match="cannot be written: ") as caught:
            store.write((10, 20), Dice().run(10, 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert caught.value.problems[0].file == str(tmp_path / "draws-000000010-000000020.parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draws-000000000-000000010.parquet", "task.json"]


def test_overlapping_pieces_and_other_files_are_not_counted_twice(tmp_path):
    store = Checkpoint(tmp_path, Dice())
    for piece in ((0, 10), (0, 20), (15, 25)):
        store.write(piece, Dice().run(*piece))
    (tmp_path / "draws-all-mine.parquet").touch()
    (tmp_path / "draws-1-2-3.parquet").touch()
    (tmp_path / "draws-000000000-999999999.parquet.old").touch()
    assert str(store.how_to_resume(400)) == f"25 of 400 draws are kept in {tmp_path}; the same call resumes from there"
    assert str(store.how_to_resume(20)).startswith("20 of 20 draws")


def test_the_tasks_of_one_question_are_kept_side_by_side(tmp_path):
    tally = Tally(tmp_path / "tally")
    tasks = [Dice(seed, before_draw=tally) for seed in (1, 2, 3)]
    for expected in (90, 0):
        with Drawing(Draws(30, checkpoint=tmp_path / "kept"), "test") as drawing:
            for task in tasks:
                assert_same(drawing.rows(task), Dice(task.seed).run(0, 30))
        assert tally.taken() == expected
    folders = {path.name for path in (tmp_path / "kept").iterdir() if path.is_dir()}
    assert folders == {task.fingerprint for task in tasks[1:]}
    with pytest.raises(InputError, match="another question"):
        rows(tasks[1], tmp_path / "kept")  # a question is told by its first task


# A measure that waits, at its 120th call, for somebody to press Ctrl-C; it does so once, since it counts in a file.
_WAITING = """
    import signal
    import time
    from pathlib import Path

    import pandas as pd
    import socluster as sc

    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever starts us may have it ignored

    def waiting(cluster):
        with Path(TALLY).open("a") as file:
            file.write(".")
        if len(Path(TALLY).read_text()) == 120:
            print("waiting", flush=True)
            while True:
                time.sleep(3600)
        return cluster.n_ties

    actors = pd.DataFrame({"actor": list("abcde"), "sector": ["x", "x", "y", "y", "y"]})
    town = sc.Cluster.from_tables(actors, pd.DataFrame({"source": list("abcd"), "target": list("bcde")}))
    hub = sc.Scenario("hub").with_actor("hub", sector="x").with_ties("hub", sc.ties.Rates())
    draws = sc.Draws(400, checkpoint=KEPT)
    print(sc.compare(town, hub, measures=[waiting], draws=draws, rng=1).to_frame()["after"].item())
"""


def test_ctrl_c_leaves_a_checkpoint_from_which_it_goes_on(tmp_path):
    folder, script = tmp_path / "kept", tmp_path / "waiting.py"
    text = textwrap.dedent(_WAITING).replace("TALLY", repr(str(tmp_path / "tally")))
    script.write_text(text.replace("KEPT", repr(str(folder))))
    command = [sys.executable, script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout.readline() == "waiting\n"
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    # a look at the names, one call for the cluster as it is; then 50 with the hub in each piece of 50 draws
    assert len(list(folder.glob("*.parquet"))) == 2
    assert f"100 of 400 draws are kept in {folder}; the same call resumes from there" in said
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert float(done.stdout) > 4
    assert len(list(folder.glob("*.parquet"))) == 8
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".parquet") == ["task.json"]
    assert len((tmp_path / "tally").read_text()) == 120 + 1 + 1 + 6 * 50
