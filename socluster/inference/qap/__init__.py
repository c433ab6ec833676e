"""QAP: do two networks go together, and which things about two actors go with a tie, more than chance would have it?

Dyads of the same actors depend on each other, so that the usual tests are wrong for them. Here actors change places
as a whole, rows and columns together. `correlation` compares two matrices, `regression` one with several; a predictor
of dyads is a value (`predictors/`, a file for each kind), and whatever is asked of dyads begins with their `DyadSpace`.
"""
