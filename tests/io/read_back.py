"""What was read, in short."""

__all__ = ["rows"]


def rows(cluster):
    """The ties, sorted: (source, target, weight)."""
    return sorted(cluster.ties[["source", "target", "weight"]].itertuples(index=False, name=None))
