"""Where the public names that are no measures stand in the reference; a name that does not exist is passed over."""

GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "The model": {
        "What is a cluster?": ("Cluster", "Layer", "Scale", "SCALES"),
        "How do I bring data in and out?": (
            "read",
            "write",
            "as_cluster",
            "to_networkx",
            "to_igraph",
            "to_tables",
            "read_needs",
        ),
        "Which clusters come with the library?": ("list_datasets", "load_dataset", "dataset_tables", "dataset_card"),
        "How do I find and put together measures?": ("guide", "measure"),
        "What can go wrong?": ("InputError", "SoclusterError", "SoclusterWarning"),
    },
    "What if": {
        "What if ...?": ("Scenario", "read_scenarios", "write_scenarios", "compare", "Outcome"),
        "Which partner?": (
            "rank_partners",
            "Ranking",
            "sweep_partners",
            "Sweep",
            "plan_partners",
            "Plan",
            "Goal",
            "Coverage",
        ),
        "On what does the answer hang?": ("sensitivity", "Sensitivity", "attribute", "Attribution"),
        "What does the cluster stand to lose?": (
            "losses",
            "Losses",
            "worst_case",
            "WorstCase",
            "surviving_ties",
            "Survival",
            "bridging_ties",
        ),
        "How will a newcomer be tied?": ("ties.*",),
    },
    "Pictures and course": {
        "How do I draw it?": ("plot.*",),
        "How do I put it on a page?": ("report.*",),
        "How do I check an exercise?": ("learn.*",),
    },
}
