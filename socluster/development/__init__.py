"""Development: how a cluster serves people and how it grows, as simulations that say what they assume.

Each folder is a system: `chains` (from who notices a need to who serves it, with capacity and waiting). A new system
gets a folder; what it draws is a `Task`, what it answers a `Result`, and every number that no source gives is named as
an assumption, with its range.
"""
