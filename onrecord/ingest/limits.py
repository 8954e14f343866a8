"""How much is taken in at once, so that no input can use up the machine."""

__all__ = ["BYTES_A_REPORT", "BYTES_UNPACKED", "LEVELS", "MEMBERS", "RATIO", "size"]

# A long report is 0.1 MB; the longest speeches and transcripts are about 1 MB. 20 MB is beyond any of them and still
# read in bounded memory; a file above it is a dump of many texts, which belongs in JSON Lines, with this limit a line.
BYTES_A_REPORT = 20_000_000
# What one archive may unpack to, or keep on the disk: a day of a news crawl is 1 GB packed and 5 GB unpacked.
BYTES_UNPACKED = 20_000_000_000
# Archives in archives: a zip of mail folders whose messages carry a zip is three.
LEVELS = 3
MEMBERS = 1_000_000
# Unpacked bytes for each packed one. News packs to a third, JSON of many fields to a tenth, zeros to a thousandth.
RATIO = 100


def size(count: int) -> str:
    """A number of bytes as people say it, for instance `51.2 MB`."""
    return f"{count / 1_000_000:.1f} MB"
