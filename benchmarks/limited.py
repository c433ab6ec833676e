"""How long something takes, and not longer than it may."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from typing import Any

__all__ = ["processor_seconds"]


def processor_seconds(run: Callable[[Any], Any], given: Any, most: float) -> float:
    """Return the time of the processor that a run takes; that many seconds if it would take more."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, most)
    begin = time.process_time()
    try:
        run(given)
    except TimeoutError:
        return float(most)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begin
