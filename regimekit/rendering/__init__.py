"""Records → screens, one a module; the only place that knows rich."""
