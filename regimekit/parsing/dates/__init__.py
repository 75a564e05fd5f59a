"""\"Summer 1926", "by 1929", "c. 1942" → HistoricalDate.

text ── scan ──► phrase ── modifiers, point ──► EDTF, first and last day
                             completing ◄── a heading's year for "February 11"
"""

from regimekit.parsing.dates.completing import Context, DateContext, FaultyDate, FoundDate
from regimekit.parsing.dates.phrase import Fault
from regimekit.parsing.dates.scan import find_dates, parse_date, read_dates

__all__ = ["Context", "DateContext", "Fault", "FaultyDate", "FoundDate", "find_dates", "parse_date", "read_dates"]
