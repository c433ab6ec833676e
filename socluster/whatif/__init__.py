"""What if: scenarios, models of the ties that a new partner would form, and comparisons with their uncertainty."""
