"""An example of a plug-in for omi: a rule, a framework and a renderer."""
