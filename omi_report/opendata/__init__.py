"""An area as open data: tables of scores, percentages, findings and recommendations."""
