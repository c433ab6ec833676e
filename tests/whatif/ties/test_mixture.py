"""Several models, one of which is right, by hand."""

import numpy as np
import pytest

from socluster.whatif.ties import Closure, Mixture, Scaled, Stated
from tests.whatif.ties.tie_samples import frequencies, to, town, with_hub


def test_alternatives_and_mixtures():
    a, b = Stated({"School": 0.5, "NGO": 0.4}), Stated({"School": 0.5, "Firm": 1.0})
    assert to(a | b) == {"School": 0.75, "NGO": pytest.approx(0.4), "Firm": 1.0}
    mixed = to(Mixture({a: 3, b: 1}))
    assert {actor: p for actor, p in mixed.items() if p} == pytest.approx({"School": 0.5, "NGO": 0.3, "Firm": 0.25})


def test_a_mixture_believes_one_model_at_a_time():
    mixture = Mixture([Stated({"School": 1.0, "NGO": 1.0}), Stated({"Firm": 1.0})])
    ties = mixture.fit(with_hub(town()), "Hub", "tie")
    rng = np.random.default_rng(1)
    seen = {tuple(np.array(ties.targets)[ties.realised(rng.random(6), rng)]) for _ in range(60)}
    assert seen == {("School", "NGO"), ("Firm",)}


def test_a_model_around_a_mixture_uses_numbers_that_none_of_its_models_has_used():
    stated = Stated({"School": 1.0})
    mixture = Mixture([stated, Closure(stated, 0.5)])
    halved = Scaled(mixture, 0.5).fit(with_hub(town()), "Hub", "tie")
    clinic = halved.targets.index("Clinic")  # only introductions lead to it
    assert frequencies(halved)[clinic] == pytest.approx(0.5 * 0.5 * 0.5, abs=0.02)
