"""OMI82x: comments on drafts."""
