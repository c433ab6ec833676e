"""Jobs are all done, whoever does them, and what goes wrong in one is told."""

import threading

import pytest

from socluster._kernels.compiling import sharing


@pytest.mark.parametrize("worth", [0.0, 1e9])
def test_every_job_is_done_once(monkeypatch, worth):
    monkeypatch.setattr(sharing, "WORTH", worth)
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    done, by_whom = [], set()

    def job(number):
        done.append(number)
        by_whom.add(threading.get_ident())

    sharing.shared([lambda number=number: job(number) for number in range(20)])
    assert sorted(done) == list(range(20))
    assert (len(by_whom) > 1) is (worth == 0)


def test_what_goes_wrong_is_told(monkeypatch):
    monkeypatch.setattr(sharing, "WORTH", 0.0)
    with pytest.raises(ZeroDivisionError):
        sharing.shared([lambda: None, lambda: None, lambda: 1 / 0])
