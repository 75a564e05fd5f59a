"""`regimekit schema`: the JSON Schema of the export."""


def schema() -> None:
    """The JSON Schema of the export.

    It describes (in draft 2020-12) what regimekit export --format json writes.
    """
    from regimekit.cli.output import write_bytes
    from regimekit.exporting.to_json import encode, json_schema

    write_bytes(encode(json_schema()))
