"""OMI4xx: judgement."""
