"""Compare simulated clients with SimPy and Ciw, and simulated events with Mesa.

Clients: one queue, and a chain of four where clients give up. Events: 212 organisations who meet at 61 events.

    python -m benchmarks.services          # about a minute

Prints a table and writes it to benchmarks/results/services.md. Ratios count, not seconds: everybody works in one run,
on one thread, on the same system: the mean waits that each of them finds stand beside the times. A library that is not
installed is left out, and said so.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd

import socluster as sc
from benchmarks.report import machine

RESULTS = Path(__file__).with_name("results")
ARRIVALS, SERVICE, SERVERS, PATIENCE = 40.0, 10.0, 5, 2.0
ONE, CHAIN = 100_000, 25_000  # clients: of one queue, and of a chain of four
SEED = 7


@dataclass(frozen=True)
class Answer:
    """What a program needed, and found.

    Parameters
    ----------
    program : str
        Who answered.
    seconds : float
        How long it took.
    clients : int
        Visits of clients to stations.
    mean_wait : float
        What it found.
    """

    program: str
    seconds: float
    clients: int
    mean_wait: float


def town(stations: int) -> sc.Cluster:
    """A school and so many stations one after the other."""
    names = ["school", *(f"station {place}" for place in range(stations))]
    actors = pd.DataFrame({"actor": names, "kind": names})
    ties = pd.DataFrame({"source": names[:-1], "target": names[1:]})
    return sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})


def ours(clients: int, stations: int) -> Answer:
    cluster = town(stations)

    def ask(n: int) -> sc.ClientSimulation:
        return sc.simulate_clients(
            cluster,
            steps=list(cluster.labels),
            demand=ARRIVALS,
            service_rate=SERVICE,
            patience_rate=PATIENCE if stations > 1 else None,
            servers=SERVERS,
            horizon=n / ARRIVALS,
            draws=1,
            rng=SEED,
        )

    ask(100)  # compiles
    seconds, found = timed(lambda: ask(clients))
    visits = int(found.counts[:, :, 0].sum())
    return Answer("socluster", seconds, visits, float(found.sums[:, :, 0].sum()) / visits)


def in_simpy(clients: int, stations: int) -> Answer:
    import simpy

    rng = np.random.default_rng(SEED)
    waits: list[float] = []

    def client(env, desks):
        for desk in desks:
            came = env.now
            with desk.request() as turn:
                patience = rng.exponential(1 / PATIENCE) if stations > 1 else np.inf
                if np.isfinite(patience):
                    done = yield turn | env.timeout(patience)
                    waits.append(env.now - came)
                    if turn not in done:
                        return
                else:
                    yield turn
                    waits.append(env.now - came)
                yield env.timeout(rng.exponential(1 / SERVICE))

    def source(env, desks):
        for _ in range(clients):
            yield env.timeout(rng.exponential(1 / ARRIVALS))
            env.process(client(env, desks))

    def run() -> None:
        env = simpy.Environment()
        env.process(source(env, [simpy.Resource(env, SERVERS) for _ in range(stations)]))
        env.run()

    seconds, _ = timed(run)
    return Answer(f"SimPy {simpy.__version__}", seconds, len(waits), float(np.mean(waits)))


def in_ciw(clients: int, stations: int) -> Answer:
    import ciw

    def exponential(rate: float) -> object:
        return ciw.dists.Exponential(rate=rate)

    routing = [[1.0 if after == place + 1 else 0.0 for after in range(stations)] for place in range(stations)]
    options = {"reneging_time_distributions": [exponential(PATIENCE)] * stations} if stations > 1 else {}
    network = ciw.create_network(
        arrival_distributions=[exponential(ARRIVALS), *[None] * (stations - 1)],
        service_distributions=[exponential(SERVICE)] * stations,
        number_of_servers=[SERVERS] * stations,
        routing=routing,
        **options,
    )

    def run() -> object:
        ciw.seed(SEED)
        simulation = ciw.Simulation(network)
        simulation.simulate_until_max_time(clients / ARRIVALS)
        return simulation

    seconds, simulation = timed(run)
    waits = [record.waiting_time for record in simulation.get_all_records()]
    return Answer(f"Ciw {ciw.__version__}", seconds, len(waits), float(np.mean(waits)))


def timed(run: Callable[[], object]) -> tuple[float, object]:
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


def histories_a_second() -> float:
    """Return how many histories a second are simulated of two years with 45 clients a year and three stations."""
    cluster = town(3)
    how = {"steps": list(cluster.labels), "demand": 45, "service_rate": 10, "patience_rate": 2, "servers": 5}
    sc.simulate_clients(cluster, **how, horizon=2, draws=10, rng=SEED)
    seconds, _ = timed(lambda: sc.simulate_clients(cluster, **how, horizon=2, draws=1_000, rng=SEED))
    return 1_000 / seconds


PLAN = {"conference": (3, 14, 100), "seminar": (24, 8, 40), "round table": (34, 10, 34)}  # events, meets, present
ORGANISATIONS, FORMATION, REPEAT = 212, 0.1, 0.7


def our_incubations(draws: int) -> tuple[float, float]:
    """Return draws a second of what 61 events bring, and the mean number of ties."""
    names = pd.DataFrame({"actor": [f"organisation {place}" for place in range(ORGANISATIONS)]})
    cluster = sc.Cluster.from_tables(names)
    events = {kind: number for kind, (number, _, _) in PLAN.items()}
    lasting = sc.Incubation(formation=FORMATION, repeat=REPEAT, half_life=float("inf"))

    def ask(n: int) -> sc.Incubated:
        return sc.incubate(cluster, events=events, parameters=lasting, draws=n, rng=SEED)

    ask(5)  # compiles
    seconds, found = timed(lambda: ask(draws))
    return draws / seconds, found.mean_ties


def in_mesa(draws: int) -> tuple[float, float]:
    """Return the same of a bare loop of meetings: no trust, no barriers, nothing counted but ties."""
    import mesa

    class Organisation(mesa.Agent):
        def __init__(self, model):
            super().__init__(model)
            self.met: dict[Organisation, int] = {}
            self.tied: set[Organisation] = set()

        def meet(self, other):
            before = self.met.get(other, 0)
            if other not in self.tied and self.random.random() < FORMATION * REPEAT**before:
                self.tied.add(other)
                other.tied.add(self)
            self.met[other] = other.met[self] = before + 1

    class Events(mesa.Model):
        def __init__(self, seed):
            super().__init__(seed=seed)
            Organisation.create_agents(self, ORGANISATIONS)

        def hold(self, meets, number):
            present = self.random.sample(list(self.agents), number)
            for organisation in present:
                others = [each for each in self.random.sample(present, meets // 2 + 1) if each is not organisation]
                for other in others[: meets // 2]:
                    organisation.meet(other)

    def run(seed: int) -> int:
        model = Events(seed)
        for number, meets, present in PLAN.values():
            for _ in range(number):
                model.hold(meets, present)
        return sum(len(each.tied) for each in model.agents) // 2

    seconds, ties = timed(lambda: [run(seed) for seed in range(draws)])
    return draws / seconds, float(np.mean(ties))


def table_of_events() -> str:
    """Return the table of simulated events as Markdown."""
    lines = ["| program | draws a second | mean ties | times slower |", "|---|---|---|---|"]
    ours, ties = our_incubations(300)
    lines.append(f"| socluster, all benefits at the end | {ours:,.0f} | {ties:,.0f} | 1 |")
    if find_spec("mesa") is None:
        print("mesa is not installed and left out")
        return "\n".join(lines)
    import mesa

    theirs, ties = in_mesa(40)
    lines.append(
        f"| Mesa {mesa.__version__}, the bare loop of meetings | {theirs:,.0f} | {ties:,.0f} | {ours / theirs:.1f} |"
    )
    return "\n".join(lines)


def answers(clients: int, stations: int) -> list[Answer]:
    found = [ours(clients, stations)]
    for module, ask in (("simpy", in_simpy), ("ciw", in_ciw)):
        if find_spec(module) is None:
            print(f"{module} is not installed and left out")
            continue
        found.append(ask(clients, stations))
    return found


def table() -> str:
    """Return the table of all answers as Markdown."""
    lines = ["| system | program | seconds | visits a second | mean wait | times slower |", "|---|---|---|---|---|---|"]
    for name, clients, stations in (
        (f"one queue, {ONE} clients", ONE, 1),
        (f"four queues, clients give up, {CHAIN} clients", CHAIN, 4),
    ):
        found = answers(clients, stations)
        lines += [
            f"| {name} | {each.program} | {each.seconds:.3f} | {each.clients / each.seconds:,.0f} | "
            f"{each.mean_wait:.4f} | {each.seconds / each.clients / (found[0].seconds / found[0].clients):.0f} |"
            for each in found
        ]
    return "\n".join(lines)


def main() -> None:
    text = f"# Simulated clients\n\n{machine()}\n\n{table()}\n\n"
    text += f"Histories of two years with 45 clients a year and three stations: {histories_a_second():,.0f} a second.\n"
    text += f"\n# Simulated events\n\n212 organisations, 61 events, no tie fades.\n\n{table_of_events()}\n"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "services.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
