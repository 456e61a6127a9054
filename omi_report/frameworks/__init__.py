"""Inspection frameworks as data: one YAML file each."""
