"""Read, check and compare Markdown dossiers on regimes."""
