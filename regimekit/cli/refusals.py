"""What is asked for and would mislead: the sentence that says why it is not given."""

_MEAN = (
    "an arithmetic mean of estimates is not given: one high figure would decide it, and figures that are cited are no "
    "sample of anything; estimates --compare gives the envelope and, of three distinct closed estimates, the median in "
    "log space"
)
_SUM = (
    "figures are not added up: categories overlap, and authors count different things; "
    "estimates --compare sets those side by side that count the same"
)
_RANK = (
    "regimes are not ranked: their tolls count different things over different times, and a rank would hide "
    "how uncertain each of them is; estimates --compare shows each regime on an axis of its own"
)
_MIDPOINT = (
    "the middle of a range is not given: nobody has claimed it, and an open range has none; "
    "estimates --compare takes the geometric mean of a closed range where it needs one value"
)

REFUSED = {
    "--mean": _MEAN,
    "--average": _MEAN,
    "--avg": _MEAN,
    "--sum": _SUM,
    "--total": _SUM,
    "--add": _SUM,
    "--rank": _RANK,
    "--ranking": _RANK,
    "--sort": _RANK,
    "--top": _RANK,
    "--midpoint": _MIDPOINT,
}


def refused(option: str, command: str) -> str | None:
    """Why an option that a command does not have is not given, None where it is merely unknown."""
    return REFUSED.get(option) if command.split()[-1:] in (["estimates"], ["compare"]) else None
