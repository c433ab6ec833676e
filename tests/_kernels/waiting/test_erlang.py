"""Erlang's formulas by recursion: published tables, the formula with factorials, the chain of states."""

from math import factorial

import numpy as np
import pytest
from scipy.special import gammainc, gammaln

from socluster._kernels.waiting.erlang import birth_death, erlang_b, erlang_c, impatient, wait_tail

# load, servers, share lost: closed form and chain of births and deaths agree
TABLE_B = [(4, 5, 0.199067), (5, 5, 0.284868), (8, 6, 0.389752), (20, 25, 0.050222)]


@pytest.mark.parametrize(("load", "servers", "blocked"), TABLE_B)
def test_lost_clients(load, servers, blocked):
    assert erlang_b(load, servers) == pytest.approx(blocked, abs=5e-7)
    terms = [load**k / factorial(k) for k in range(servers + 1)]
    assert erlang_b(load, servers) == pytest.approx(terms[-1] / sum(terms))


def test_thousands_of_servers_do_not_overflow():
    assert 0 < erlang_b(5000, 5000) < 0.02
    assert erlang_c(4900, 5000) < 0.2
    assert erlang_c(5, 5) == erlang_c(9, 5) == 1
    assert erlang_c(0, 3) == 0


def test_a_chain_is_in_balance():
    births, deaths = np.array([3.0, 2.0, 5.0]), np.array([4.0, 1.0, 9.0])
    shares = birth_death(births, deaths)
    assert shares.sum() == pytest.approx(1)
    assert (shares[:-1] * births).tolist() == pytest.approx((shares[1:] * deaths).tolist())


@pytest.mark.parametrize(
    ("arrivals", "service", "servers", "patience"), [(40, 10, 5, 2), (60, 10, 5, 2), (100, 24, 4, 1)]
)
def test_impatience_in_closed_form(arrivals, service, servers, patience):
    """Garnett, Mandelbaum and Reiman (2002): by the incomplete gamma function instead of the chain of states."""
    x, y = servers * service / patience, arrivals / patience
    a = np.exp(np.log(x) + y - x * np.log(y) + gammaln(x)) * gammainc(x, y)
    blocked = erlang_b(arrivals / service, servers)
    waits = a * blocked / (1 + (a - 1) * blocked)
    rho = arrivals / (servers * service)
    shares = impatient(arrivals, service, servers, patience)
    assert shares[servers:].sum() == pytest.approx(waits)
    waiting = np.maximum(np.arange(len(shares)) - servers, 0) @ shares
    assert patience * waiting / arrivals == pytest.approx(waits * (1 / (rho * a) + 1 - 1 / rho))


def test_the_tail_of_the_wait_has_the_mean_wait_as_its_area():
    times = np.linspace(0, 2, 4001)
    tail = wait_tail(60, 10, 5, 2, times)
    assert np.trapezoid(tail, times) == pytest.approx(0.098051, abs=1e-6)
    assert tail[0] == pytest.approx(0.902821, abs=1e-6)
    assert (np.diff(tail) <= 1e-12).all()


def test_patience_of_years_and_heavy_load_do_not_overflow():
    shares = impatient(1000, 1, 500, 0.01)
    assert shares.sum() == pytest.approx(1)
    assert np.maximum(np.arange(len(shares)) - 500, 0) @ shares == pytest.approx(50_000, rel=1e-3)
    assert wait_tail(1000, 1, 500, 0.01, np.array([1.0]))[0] == pytest.approx(np.exp(-0.01), abs=1e-6)
