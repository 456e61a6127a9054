"""The rules, a module each, in bundles."""
