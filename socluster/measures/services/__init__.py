"""Services: what is offered where and for whom, how much of what is needed that is, and how evenly it is spread.

An offer is a group of kind `service` with columns service, target_group, place and unit; who offers it belongs to it in
the layer `provides`, and the weight of that affiliation is the capacity. A new question has a file of its own; what a
cluster offers is read in `offers`, and the tables that people hand in (needs, population, distances) in `given`.
"""
