"""The print page → a PDF that is both PDF/UA-1 and PDF/A-3a."""
