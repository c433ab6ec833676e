"""The fields by which the answers about services and development are read: programs of users call them by name."""

import dataclasses

import pytest

from socluster.development.chains.flow_result import ReferralFlow
from socluster.development.chains.queues.network import QueueNetwork
from socluster.development.chains.queues.queue import Queue
from socluster.development.chains.simulation import ClientSimulation
from socluster.development.incubation.incubated import Incubated
from socluster.development.incubation.portfolio_result import PortfolioComparison
from socluster.development.monitoring.chart import RunChart
from socluster.development.monitoring.wave_change import WaveChange
from socluster.development.steps.choice import CollectiveChoice
from socluster.development.steps.steps import Steps
from socluster.io.survey.disclosure import DisclosureRisk
from socluster.measures.services.access import Access
from socluster.measures.services.concentration import Concentration
from socluster.measures.services.coverage import ServiceCoverage
from socluster.measures.services.inequality import Inequality
from socluster.measures.services.overlap import ServiceOverlap

FIELDS = {
    Access: "places providers",
    ClientSimulation: "arrived served lost waiting in_service mean_wait lost_share",
    CollectiveChoice: "borda kemeny kemeny_distance condorcet",
    Concentration: "index wagstaff erreygers",
    DisclosureRisk: "cells unique at_risk smallest",
    Incubated: "mean_ties sharing_knowledge building_ties ensuring_cooperation coordinated_activity",
    Inequality: "gini theil mean_log_deviation hoover between within lorenz",
    PortfolioComparison: "best costs turning_prices",
    Queue: "wait_probability mean_wait queue utilisation mean_stay lost_share blocked",
    QueueNetwork: "arrivals number mean_wait mean_stay lost_share",
    ReferralFlow: "served whole_served unserved share cut prices",
    RunChart: "centre useful longest crossings signal false_alarm",
    ServiceCoverage: "met share gap",
    ServiceOverlap: "pairs cells",
    Steps: "steps",
    WaveChange: "jaccard hamming persistence creation dissolution rewiring entry exit",
}


@pytest.mark.parametrize("answer", FIELDS, ids=lambda answer: answer.__name__)
def test_an_answer_has_its_fields_a_table_sentences(answer):
    held = {field.name for field in dataclasses.fields(answer)} | set(dir(answer))
    assert set(FIELDS[answer].split()) | {"to_frame", "sentences"} <= held
