"""Kernels: arrays in, arrays out; they know nothing of labels, tables or clusters."""
