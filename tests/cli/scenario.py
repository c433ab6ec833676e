"""A file with scenarios, for the tests of commands that take one."""

import socluster as sc


def scenario_file(folder):
    """Write two candidates for the network of Florence and return the path."""
    candidates = [
        sc.Scenario(name).with_actor("X").with_ties("X", sc.ties.Stated({target: 0.8}), layer="marriage")
        for name, target in (("by Medici", "Medici"), ("by Pazzi", "Pazzi"))
    ]
    sc.write_scenarios(candidates, folder / "what.json")
    return str(folder / "what.json")
