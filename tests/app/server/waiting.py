"""Waits for states, never for times."""

import time

MOST = 120  # seconds; nothing takes that long, however busy the machine


def until(happened):
    """Return what `happened()` returns once it is true."""
    end = time.monotonic() + MOST
    while not (found := happened()):
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)
    return found
