"""Resampling: how sure a number is, told by drawing the actors again, and by leaving out one of them at a time."""
