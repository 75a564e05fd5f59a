"""What is kept between runs: the cache of dossiers already read."""

from regimekit.storage.cache import DossierCache

__all__ = ["DossierCache"]
