"""What tests of choices share: a goal that is easy to count, and candidates with stated ties."""

from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated


def ties_in(cluster):
    return cluster.n_ties


def joins(name, **probabilities):
    return Scenario(name).with_actor(name, sector="civic").with_ties(name, Stated(probabilities))
