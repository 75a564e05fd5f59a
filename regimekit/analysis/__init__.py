"""Questions put to dossiers, answers as plain records: nothing is read here, nothing printed."""
