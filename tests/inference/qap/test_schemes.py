"""Every scheme, family and pattern of unknown dyads, against permuting and regressing literally."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster._kernels.sampling.likelihood_fits import fitted
from socluster.inference.qap.design import design_of, spaces_of
from socluster.inference.qap.orders import orders_of
from socluster.inference.qap.predictors.given import as_predictor
from socluster.inference.qap.schemes import permuted_regression

DRAWS = 7


def network(n, seed, *, directed, unknown, family="linear"):
    """Actors without ties, and matrices: an outcome and three predictors that go together."""
    rng = np.random.default_rng(seed)
    shared = rng.normal(size=(n, n))
    x = [shared + rng.normal(size=(n, n)) + rng.normal(size=(n, 1)) for _ in range(3)]
    y = x[0] + rng.normal(size=(n, n)) + rng.normal(size=(1, n))
    matrices = [y, *x]
    if not directed:
        matrices = [each + each.T for each in matrices]
    if family == "logit":
        matrices[0] = (matrices[0] > 0.5).astype(float)
    if family == "poisson":
        matrices[0] = np.round(np.clip(np.exp(matrices[0] / 3), 0, 9))
    for place, each in enumerate(matrices):
        gone = rng.random((n, n)) < (unknown if place < 2 else 0)
        each[gone | (gone.T & (not directed))] = np.nan
    return sc.Cluster.from_tables(pd.DataFrame({"actor": [f"a{place}" for place in range(n)]})), matrices


def asked(sizes, *, directed, unknown, family="linear"):
    made = {str(k): network(n, k, directed=directed, unknown=unknown, family=family) for k, n in enumerate(sizes)}
    if len(made) == 1:
        made = {"": made["0"]}
    clusters = {name: cluster for name, (cluster, _) in made.items()}
    columns = [{name: matrices[k] for name, (_, matrices) in made.items()} for k in range(4)]
    if len(made) == 1:
        columns = [each[""] for each in columns]
    y, *x = (sc.predictors.matrix(each, name=f"x{k}") for k, each in enumerate(columns))
    return design_of(spaces_of(clusters, as_predictor(y)), y, x)


def statistics(X, y, family):
    if family != "linear":
        found = fitted(X, y, family)
        return found.coefficients / found.errors
    b, *_ = np.linalg.lstsq(X, y, rcond=None)
    rest = y - X @ b
    return b / np.sqrt(rest @ rest / (len(y) - X.shape[1]) * np.diag(np.linalg.inv(X.T @ X)))


def moved(design, values, orders, draw):
    """Values by dyad (NaN where unknown), as they stand after permuting the matrices that they are of."""
    found, first = [], 0
    for space, (rows, columns) in zip(design.spaces, orders, strict=True):
        r, c = space.cells
        matrix = np.full(space.shape, np.nan)
        matrix[r, c] = values[first : first + len(r)]
        if not space.directed:
            matrix[c, r] = matrix[r, c]
        found.append(matrix[rows[:, draw]][:, columns[:, draw]][r, c])
        first += len(r)
    return np.concatenate(found)


def literally(design, scheme, family, orders):
    p = design.x.shape[1]
    first = design.n_levels if len(design.spaces) > 1 else 0
    found = np.full((DRAWS, p), np.nan)
    complete = design.is_complete
    for draw in range(DRAWS):
        for k in range(first, p):
            X, y = design.x.copy(), design.y.copy()
            others = np.delete(X[complete], k, axis=1)
            rest = np.full(len(y), np.nan)
            if scheme == "dsp":
                x = X[complete, k]
                rest[complete] = x - others @ np.linalg.lstsq(others, x, rcond=None)[0]
                X[:, k] = moved(design, rest, orders, draw)
                X[~complete] = np.nan
            elif scheme == "y":
                y = moved(design, y, orders, draw)
            else:
                b = np.linalg.lstsq(others, y[complete], rcond=None)[0]
                rest[complete] = y[complete] - others @ b
                y = np.delete(X, k, axis=1) @ b + moved(design, rest, orders, draw)
                X[~complete] = np.nan
            known = ~np.isnan(y) & ~np.isnan(X).any(axis=1)
            found[draw, k] = statistics(X[known], y[known], family)[k]
    return found


SIZES = pytest.mark.parametrize("sizes", [(9,), (6, 8)], ids=["one network", "two networks"])


@SIZES
@pytest.mark.parametrize("unknown", [0.0, 0.1])
@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("scheme", ["dsp", "y", "freedman-lane"])
def test_linear(scheme, directed, unknown, sizes):
    design = asked(sizes, directed=directed, unknown=unknown)
    assert design.is_complete.all() == (not unknown)
    orders = orders_of(design.spaces, [np.zeros(n, dtype=int) for n in sizes], 3)
    task = permuted_regression(design, scheme, "linear", orders)
    expected = literally(design, scheme, "linear", orders.drawn(0, DRAWS))
    np.testing.assert_allclose(task.run(0, DRAWS)[0], expected, rtol=1e-8)


@pytest.mark.parametrize("unknown", [0.0, 0.1])
@pytest.mark.parametrize("family", ["logit", "poisson"])
@pytest.mark.parametrize("scheme", ["dsp", "y"])
def test_likelihoods(scheme, family, unknown):
    design = asked((12,), directed=True, unknown=unknown, family=family)
    orders = orders_of(design.spaces, [np.zeros(12, dtype=int)], 3)
    found = permuted_regression(design, scheme, family, orders).run(0, DRAWS)[0]
    np.testing.assert_allclose(found, literally(design, scheme, family, orders.drawn(0, DRAWS)), rtol=1e-6)


@pytest.mark.parametrize("scheme", ["dsp", "y", "freedman-lane"])
def test_rows_and_columns_of_two_modes_move_apart(scheme):
    davis, rng = sc.load_dataset("davis"), np.random.default_rng(2)
    x = [rng.normal(size=(18, 14)) + rng.normal(size=(18, 1)) for _ in range(2)]
    x[0][3, 4] = np.nan
    explained = [sc.predictors.matrix(each, name=f"x{k}") for k, each in enumerate(x)]
    outcome = as_predictor("attends")
    design = design_of(spaces_of({"": davis}, outcome), outcome, explained)
    orders = orders_of(design.spaces, [np.zeros(18, dtype=int)], 3)
    found = permuted_regression(design, scheme, "linear", orders).run(0, DRAWS)[0]
    np.testing.assert_allclose(found, literally(design, scheme, "linear", orders.drawn(0, DRAWS)), rtol=1e-8)


def test_nothing_moved_is_what_was_observed():
    """The first of all orders leaves everybody in place."""
    design = asked((5,), directed=True, unknown=0.0)
    orders = orders_of(design.spaces, [np.zeros(5, dtype=int)], 3)
    observed = statistics(design.x, design.y, "linear")
    for scheme in ("dsp", "y", "freedman-lane"):
        np.testing.assert_allclose(permuted_regression(design, scheme, "linear", orders).run(0, 1)[0][0], observed)
