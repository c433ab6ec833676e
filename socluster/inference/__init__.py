"""Inference: is a number of the cluster more than chance, how sure is it, and which model of ties gives such a cluster?

A folder for each way to ask: `nulls` compares with networks drawn from a null model, `qap` lets the actors of a network
change places, `resampling` leaves actors out or draws them again; `shared` holds what several ways need, as the p-value
of draws. Whatever is drawn is a `Task` of `draws/`, and every answer a frozen `Result` that says what it was compared
with.
"""
