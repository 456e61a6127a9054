"""What the program itself says in a report."""
