"""The ledger in the forms that other programs read, one file a form."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.export.common import Exporter
from onrecord.export.csv import CSV
from onrecord.export.jsonl import JSONL
from onrecord.export.rows import row, rows

__all__ = ["EXPORTERS", "Exporter", "row", "rows"]

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({exporter.name: exporter for exporter in (JSONL, CSV)})
"""Every form by its name, as `onrecord export --format` takes it."""
