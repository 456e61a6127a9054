"""The frameworks, a YAML file each: its name is the framework's."""
