"""What somebody changed in a figure since it was drawn, and the same changes in a drawing of another size."""

from socluster.plot.by_hand.redrawing import Redrawing, unchanging

__all__ = ["Redrawing", "unchanging"]
