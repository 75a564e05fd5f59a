"""Rules over parsed dossiers, their findings and fixes: nothing is printed here, nothing written."""
