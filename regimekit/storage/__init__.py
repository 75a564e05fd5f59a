"""What is kept between runs: dossiers already read, how their files stood, and what checking a folder found."""

from regimekit.storage.cache import DossierCache
from regimekit.storage.library import Known, Library
from regimekit.storage.runs import Checked, checked

__all__ = ["Checked", "DossierCache", "Known", "Library", "checked"]
