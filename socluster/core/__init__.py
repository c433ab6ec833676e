"""The model: `Cluster`, a frozen value of actors, ties, groups and affiliations, and the errors that guard it."""
