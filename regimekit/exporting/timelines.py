"""The formats of timelines besides those that every listing has."""

from collections.abc import Callable

from regimekit.exporting.telling import Telling, Written
from regimekit.exporting.to_edtf import to_edtf
from regimekit.exporting.to_ics import to_ics
from regimekit.exporting.to_mermaid_timeline import to_mermaid_timeline
from regimekit.exporting.to_timelinejs import to_timelinejs

TIMELINE_FORMATS: dict[str, Callable[[Telling], Written]] = {
    "timelinejs": to_timelinejs,
    "mermaid": to_mermaid_timeline,
    "ics": to_ics,
    "edtf": to_edtf,
}
