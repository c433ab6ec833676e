"""A process that writes one network over another and is killed at one of its changes of the disk.

Started as a script, it imports everything once and then makes a child for each call: the child counts the calls that
Python reports about itself (`sys.addaudithook`) and kills itself at the one it was told, as `kill -9` would.
"""

import os
import signal
import sys
import warnings
from functools import partial
from pathlib import Path

CHANGES = ("os.", "fcntl.", "ctypes.dlsym")  # the last: folders that change places
LOOKS = ("os.listdir", "os.scandir", "os.listxattr", "os.getxattr", "os.putenv")


def main(folder: str, name: str, exchanges: str) -> None:
    import socluster as sc
    from socluster.core import whole

    if exchanges == "False":
        whole.exchange = lambda one, other: False
    warnings.simplefilter("ignore")
    old, new = networks(sc)
    for call in range(1, 1000):
        place = Path(folder) / str(call) / name
        place.parent.mkdir()
        sc.write(old, place)  # and what is imported or compiled at the first time is so from now on
        child = os.fork()
        if child == 0:
            sys.addaudithook(partial(count, [call]))
            sc.write(new, place)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            print(call, status, flush=True)
            break


def count(left: list[int], event: str, about: tuple) -> None:
    if event == "open":
        is_change = bool(about[2] & (os.O_WRONLY | os.O_RDWR))
    else:
        is_change = event.startswith(CHANGES) and event not in LOOKS
    if is_change:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def networks(sc):
    """Two networks of one size, which a mixture of both would fit as well: who is tied is the other way round."""
    import pandas as pd

    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["x", "x", "y", "y"]})
    old = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"]})
    new = pd.DataFrame({"source": ["a", "c"], "target": ["d", "d"]})
    turned = actors.assign(actor=list("dcba"))
    return sc.Cluster.from_tables(actors, old), sc.Cluster.from_tables(turned, new)


if __name__ == "__main__":
    main(*sys.argv[1:])
