"""Writing what a command makes to a file or to standard output."""

from pathlib import Path

from onrecord.cli.streams import write_out

__all__ = ["write_text"]


def write_text(out: Path | None, text: str) -> None:
    """Write text as UTF-8 to a file, whole or not at all; to standard output where there is none or it is `-`."""
    if out is None or str(out) == "-":
        write_out([text.encode("utf-8", "backslashreplace")])
        return
    part = out.with_name(f".{out.name}.part")
    part.write_bytes(text.encode("utf-8", "backslashreplace"))
    part.replace(out)
