"""`python -m bench.warc`: pages a second from a web archive on one core, beside warcio alone on the same bytes."""

import argparse
import tempfile
from io import BytesIO
from pathlib import Path
from time import process_time

from warcio.archiveiterator import ArchiveIterator

from onrecord.ingest import take_in
from onrecord.model.report import Report
from tests.ingest.made import page_of, warc

__all__ = ["main"]

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def main() -> None:
    """Make a crawl of the example reports, read it both ways, and print pages a processor second."""
    parser = argparse.ArgumentParser(prog="python -m bench.warc", description=__doc__)
    parser.add_argument("--pages", type=int, default=1_000)
    count = parser.parse_args().pages
    archive = _crawl(count)
    began = process_time()
    seen = sum(len(record.content_stream().read()) > 0 for record in ArchiveIterator(BytesIO(archive)))
    alone = process_time() - began
    with tempfile.TemporaryDirectory() as room:
        place = Path(room) / "crawl.warc.gz"
        place.write_bytes(archive)
        began = process_time()
        read = sum(isinstance(one, Report) for one in take_in([str(place)]))
        whole = process_time() - began
    print(f"{count:,} pages, {len(archive) / 1e6:,.1f} MB packed")
    print(
        f"| warcio alone | {seen / alone:,.0f} records a second |\n| to reports | {read / whole:,.0f} pages a second |"
    )


def _crawl(count: int) -> bytes:
    """Pages of the example reports, with links around them as pages have them."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    links = "".join(f'<li><a href="/{n}">Another story, number {n}</a></li>' for n in range(120))
    pages = {}
    for number in range(count):
        lines = texts[number % len(texts)].split("\n")
        body = "".join(f"<p>{line}</p>" for line in lines if line.strip()) + f"<ul>{links}</ul>"
        pages[f"https://news.example/{number}"] = page_of(f"Story {number}", body=body)
    return warc(pages)


if __name__ == "__main__":
    main()
