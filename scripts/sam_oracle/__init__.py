"""The parts of sam-oracle.py: templates in, both expansions, one verdict each."""
