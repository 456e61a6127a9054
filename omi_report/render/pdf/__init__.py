"""The print page → PDF/UA-1."""
