"""Files of the former format → files of today's, as texts: nothing is read from a disk here, and nothing written."""
