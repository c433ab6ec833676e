"""What several ways of inference need: p-values of draws."""
