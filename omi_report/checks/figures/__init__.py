"""OMI2xx: figures."""
