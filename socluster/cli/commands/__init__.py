"""The commands, one file each.

A new command is a file with `add`, which declares its options (`add_language` among them), and `run`, which returns
the exit code, and a line in `socluster/cli/main.py`. `run` imports what it needs itself, so that no command waits for
what only others use.
"""
