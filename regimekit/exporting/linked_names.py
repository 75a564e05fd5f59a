"""Identifiers of linked data: made of what a record says, so that they stay when others come or go beside it."""

import hashlib
from collections import Counter
from urllib.parse import quote

from regimekit.analysis.names import fold, short_names, slug_of, stem
from regimekit.exporting.stream import Origin
from regimekit.model import Dossier

_LONGEST = 40  # letters of the readable part


class FileNames:
    """The identifiers of the files of a folder: the base and the file's name, with its folders where two share it."""

    def __init__(self, origin: Origin) -> None:
        self._base = origin.base
        short = short_names(origin.paths)
        counts = Counter(short.values())  # "a.md" and "a.markdown" differ in their endings alone
        self._short = {path: name if counts[name] == 1 else path for path, name in short.items()}
        self._linked: dict[str, list[str]] = {}
        for path in origin.paths:
            self._linked.setdefault(slug_of(path).casefold(), []).append(path)

    def of(self, path: str) -> str:
        return self._base + quote(self._short.get(path, stem(path)).encode("utf-8", "surrogatepass"), "/")

    def linked(self, target: str) -> str | None:
        """The identifier of the file to which a link leads; None where none has that name, or several."""
        paths = self._linked.get(target.casefold(), [])
        return self.of(paths[0]) if len(paths) == 1 else None


class RecordNames:
    """The identifiers of the records of one dossier.

    ``#event-1935-05-11-troops-fired-0c8d1f5a`` is the kind, the first words of
    what identifies the record, and a digest of all of it. Of several with the
    same identity the second ends in ``.2``, in the order of the file.
    """

    def __init__(self, dossier: str) -> None:
        self._dossier = dossier
        self._met: Counter[str] = Counter()

    def shared(self, kind: str, *identity: object) -> str:
        """The identifier of what these words always name within the dossier: a place, an author."""
        said = "\0".join("" if part is None else str(part) for part in identity)
        digest = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        plain = fold(said[: 2 * _LONGEST].replace("\0", " ")).encode("ascii", "ignore").decode()
        readable = "-".join(plain.split())[:_LONGEST].strip("-")
        return f"{self._dossier}#{kind}-{readable + '-' if readable else ''}{digest}"

    def new(self, kind: str, *identity: object) -> str:
        """The identifier of a record, another one each time."""
        name = self.shared(kind, *identity)
        self._met[name] += 1
        return name if self._met[name] == 1 else f"{name}.{self._met[name]}"


class Names:
    """The identifiers of one dossier, and of those of its records that others refer to."""

    def __init__(self, files: FileNames, dossier: Dossier) -> None:
        self.files = files
        self.dossier = files.of(dossier.path)
        self.records = RecordNames(self.dossier)
        self.sources = tuple(self.records.new("source", source.key) for source in dossier.sources)
        self.estimates = tuple(
            self.records.new(
                "estimate", one.text, one.measure, one.quantity.verbatim, one.attribution and one.attribution.name
            )
            for one in dossier.estimates
        )

    def source(self, key: str) -> str:
        """The identifier of the first source of that key, listed or not."""
        return self.records.shared("source", key)
