import pytest

from socluster.core.cluster import Cluster
from tests.core.samples import frame


@pytest.fixture
def town():
    return Cluster.from_tables(
        frame(
            "actor sector staff",
            ("School", "public", 12),
            ("Clinic", "public", None),
            ("NGO", "civic", 3),
            ("Firm", None, 0),
        ),
        frame(
            "source target layer weight confidence evidence",
            ("School", "Clinic", "referral", 2, 1, "documented"),
            ("Clinic", "School", "referral", 1, 1, "reported"),
            ("Clinic", "NGO", "referral", 3, 0.5, "assumed"),
            ("School", "NGO", "contact", 1, 1, "reported"),
        ),
        layers={"referral": {"directed": True}},
        name="Miestelis",
    )


@pytest.fixture
def served_town():
    return Cluster.from_tables(
        frame(
            "actor sector places",
            ("School", "public", 100),
            ("Clinic", "public", 5),
            ("NGO", "civic", None),
            ("Parish", "civic", 12),
        ),
        frame(
            "source target layer weight confidence evidence",
            ("School", "Clinic", "contact", 2, 1, "documented"),
            ("School", "NGO", "contact", 1, 0.5, "assumed"),
            ("Clinic", "NGO", "contact", 3, 0.8, "reported"),
            ("NGO", "Parish", "contact", 4, 1, "reported"),
            ("School", "NGO", "help", 3, 1, "reported"),
            ("Clinic", "NGO", "help", 5, 1, "reported"),
            ("NGO", "Clinic", "referral", 1, 1, "reported"),
        ),
        groups=frame("group kind", ("Forum", "event"), ("Day care", "service")),
        affiliations=frame(
            "actor group weight", ("School", "Forum", 1), ("Clinic", "Forum", 2), ("Parish", "Day care", 9)
        ),
        layers={"help": {"scale": "frey"}, "referral": {"directed": True}},
    )
