"""The operators: a module for each family or author, which has its `Operators` under the name ``OPERATORS``."""
