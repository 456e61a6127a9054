"""What a report was made from and made with: its manifest, and whether it still holds."""
