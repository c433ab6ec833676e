"""A plugin of pytest (`-p benchmarks.mutation_imports`): every package is imported before examples are collected.

pytest imports a module for its examples by itself if nobody has, and puts it into its package, there in place of the
function of the same name (`queues.transient`), which tests then could not call.
"""

from importlib import import_module
from pkgutil import walk_packages

import socluster

for module in walk_packages(socluster.__path__, "socluster."):
    if module.ispkg:
        import_module(module.name)
