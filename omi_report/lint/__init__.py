"""Rules over a loaded area: one small module for each rule, in bundles."""
