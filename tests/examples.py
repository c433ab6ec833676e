"""How many examples the tests try: few while one works, many where the environment says SOCLUSTER_TESTS=full."""

import os

__all__ = ["FULL", "examples"]

FULL = os.environ.get("SOCLUSTER_TESTS") == "full"


def examples(quick: int, full: int) -> int:
    """Return how many examples to try, of generated cases and of seeds."""
    return full if FULL else quick
