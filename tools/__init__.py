"""What developers of socluster run; no part of the package."""
