"""The public names of this folder, each with its home: `__init__.py` loads one when it is first asked for."""

from socluster.io.objects.conversions import to_igraph as to_igraph
from socluster.io.objects.conversions import to_networkx as to_networkx
from socluster.io.objects.conversions import to_tables as to_tables
from socluster.io.objects.dispatch import as_cluster as as_cluster
