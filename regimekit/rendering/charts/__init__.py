"""Records → Vega-Lite specifications, plain dicts; `conversion` turns them into files."""
