import pytest

from benchmarks.ergm_recovery import MODELS, recovered
from tests.examples import examples


@pytest.mark.parametrize("name", MODELS)
def test_intervals_of_95_percent_cover_the_truth(name):
    fits = examples(8, 100)
    found = recovered(name, fits)
    # fewer than this happens in one of a thousand such samples if they cover 95 %
    assert (found["covers"] >= {8: 0.6, 100: 0.87}[fits]).all()
    assert (found["bias"].abs() < 4 / fits**0.5).all()
