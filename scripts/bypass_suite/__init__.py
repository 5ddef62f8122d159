"""Runs real attacks against functions with and without the enforcer, and writes down what became of them."""
