"""What is kept between runs: dossiers already read, and what checking a folder found."""

from regimekit.storage.cache import DossierCache
from regimekit.storage.runs import Checked, checked

__all__ = ["Checked", "DossierCache", "checked"]
