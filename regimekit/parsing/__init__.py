"""Text to the schema: the one place where a dossier is read; every value keeps its lines, none is lost."""
