"""What makes a cluster a value: it never changes, equals what holds the same, and is no collection of anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, Self, TypeVar

from socluster.core.checked import checked_methods
from socluster.core.errors import ImmutableError, InputError
from socluster.core.parts import Parts

__all__ = ["ClusterValue"]

Made = TypeVar("Made")


@checked_methods
class ClusterValue:
    """Frozen parts with what follows from them alone, equal by content.

    Parameters
    ----------
    parts : Parts
        What it holds, validated.
    """

    __slots__ = ("__weakref__", "_cache", "_parts")
    _parts: Parts
    _cache: dict[str, Any]

    def __init__(self, parts: Parts) -> None:
        object.__setattr__(self, "_parts", parts)
        object.__setattr__(self, "_cache", {})

    @property
    def parts(self) -> Parts:
        """The frozen columns that the cluster is made of.

        This is the face that the package itself looks at, because it is fast: codes instead of names, arrays instead
        of DataFrames, nothing copied. It promises that all of it has been validated and that none of it ever changes:
        actors and groups are numbered by their places in `labels` and `group_labels`; ties, affiliations and unknown
        dyads are sorted by layer, ends and wave; undirected ties run from the lower place to the higher; and weight,
        confidence and evidence are never missing. It does not promise to look the same in the next version: outside
        the package, use `to_tables`, `actors`, `ties` and `matrix`.
        """
        return self._parts

    def kept(self, what: str, make: Callable[[], Made]) -> Made:
        """Return what follows from this cluster alone, made on first use and kept as long as the cluster.

        A cluster never changes, so neither does what is computed from it; whoever looks at the same thing, for example
        at the triangles, shares the work. Nobody may change what is kept.

        Parameters
        ----------
        what : str
            What it is, with all that it depends on beside the cluster.
        make : callable
            Makes it; may be slow.
        """
        if what not in self._cache:
            self._cache[what] = make()
        made: Made = self._cache[what]
        return made

    # -- equal by content ---------------------------------------------------------------------------------------------

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits of the content; equal clusters have equal fingerprints."""
        return self._digest()[:12]

    def _digest(self) -> str:
        return self.kept("digest", self._parts.digest)

    def __eq__(self, other: object) -> bool:
        """Whether the content is equal."""
        return self._digest() == other._digest() if isinstance(other, ClusterValue) else NotImplemented

    def __hash__(self) -> int:
        """Return a hash of the content."""
        return int(self._digest(), 16) & (2**61 - 1)

    # -- never changed ------------------------------------------------------------------------------------------------

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse."""
        raise _never_changes(name)

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse."""
        raise _never_changes(name)

    def __copy__(self) -> Self:
        """Return the cluster itself, which never changes."""
        return self

    def __deepcopy__(self, memo: object) -> Self:
        """Return the cluster itself, which never changes."""
        return self

    # -- no collection ------------------------------------------------------------------------------------------------

    def __bool__(self) -> bool:
        """Return True: a cluster is a value, also when it holds nobody."""
        return True

    def __len__(self) -> NoReturn:
        """Refuse: the length could be that of actors or of ties."""
        raise InputError("a cluster has no length; ask for n_actors, n_ties, n_groups or n_affiliations")

    def __getitem__(self, key: object) -> NoReturn:
        """Refuse: what stands under a key, or comes one after the other, could be actors or ties."""
        raise InputError(
            "a cluster is neither indexed nor gone through; its actors are in .labels and .actors, its ties in .ties; "
            ".ego(actor) and .select(...) give parts of it"
        )


def _never_changes(name: str) -> ImmutableError:
    return ImmutableError(
        "a cluster never changes; its verbs (with_..., without_..., select) return a new one ({name})", {"name": name}
    )
