"""How fast socluster is, next to other libraries; no part of the package."""

import os

# Equal threads for all: linear algebra would otherwise take every core, for us and for others.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
