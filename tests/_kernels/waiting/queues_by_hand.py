"""A queue by the recursion of Kiefer and Wolfowitz: another way to the same waits, client by client."""

import numpy as np

from socluster._kernels.waiting.clients import Clients, Stations


def waits(arrive, service, servers):
    """Return how long each client waits for one of so many servers, first come, first served."""
    work = np.zeros(servers)
    found = []
    before = 0.0
    for time, need in zip(arrive, service, strict=True):
        work = np.sort(np.maximum(work - (time - before), 0.0))
        found.append(work[0])
        work[0] += need
        before = time
    return np.array(found)


def clients(arrive, service, patience=np.inf, *, rank=None, steps=1):
    """Clients of one entry whose numbers are the same at each of some steps."""
    n = len(arrive)
    marks = np.repeat(np.asarray(service, dtype=float)[:, None], steps, axis=1)
    return Clients(
        arrive=np.asarray(arrive, dtype=float),
        origin=np.full(n, steps, dtype=np.int64),
        rank=np.zeros(n, dtype=np.int64) if rank is None else np.asarray(rank, dtype=np.int64),
        service=marks,
        patience=np.broadcast_to(np.asarray(patience, dtype=float)[..., None], (n, steps)).copy(),
        route=np.full((n, steps), 0.5),
    )


def line(*servers, ends=(np.inf,)):
    """Stations one after the other, the first of which the only entry passes clients on to."""
    n = len(servers)
    crew = np.array(servers, dtype=np.int64).reshape(n, -1)
    return Stations(
        step=np.arange(n),
        pace=np.ones(n),
        bears=np.ones(n),
        crew=np.broadcast_to(crew, (n, len(ends))).copy(),
        ends=np.array(ends, dtype=float),
        first=np.array([*range(n), n - 1, n], dtype=np.int64),
        target=np.array([*range(1, n), 0], dtype=np.int64),
        upto=np.ones(n),
    )
