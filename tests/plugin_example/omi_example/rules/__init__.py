"""The rules, a module each. omi finds them: nothing lists them."""
