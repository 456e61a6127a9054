"""Reading: a folder of YAML becomes located trees, in which every value knows its place."""
