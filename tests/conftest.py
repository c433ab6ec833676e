"""How the tests run: Hypothesis looks at the same examples every time, or, when asked, at many new ones.

`pytest --hypothesis-profile=deep tests/properties` searches longer, from another start each time.
"""

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("usual", max_examples=40, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=1000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("usual")
