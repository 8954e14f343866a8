"""Bad input: texts that nobody would call reports, from the first letter to the links, in bounded memory.

Each text goes through in a process of its own: `python -m gate.wild NAME` prints one line of JSON. It holds where
nothing fails, every span equals its text letter by letter, and the peak of memory stays under 1 GB.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from gate.suites import ROOT

__all__ = ["TEXTS", "measure", "text_of"]

MOST_MEMORY = 1000.0  # MB
LONGEST = 900.0  # seconds; a text that takes longer than that never ends for whoever waits
KILOBYTES = 1024 * (1024 if sys.platform == "darwin" else 1)
SENTENCE = "The envoy of Ostria, Jana Meril, said on Tuesday that “talks would resume” by 5 March in Kesh. "


def _examples() -> str:
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt")))


def _long() -> str:
    examples = _examples()
    return f"{examples}\n\n" * (200_000 // len(examples.split()) + 1)


TEXTS: dict[str, Callable[[], str]] = {
    "200,000 words": _long,
    "one endless sentence": lambda: "the minister said that the envoy had told him and " * 2_000,
    "only quotation marks": lambda: '"' * 20_000 + "“" * 2_000,
    "unbalanced quotation marks": lambda: "“ he said “ she denied" * 4_000,
    "all capitals": lambda: SENTENCE.upper() * 1_000,
    "no punctuation": lambda: SENTENCE.translate({ord(mark): None for mark in ".,“”"}) * 1_000,
    "emoji and zero-width characters": lambda: SENTENCE.replace(" ", " 👩🏽‍🚀\u200b\u200d ", 4) * 1_000,
    "right to left": lambda: "قال الوزير إن المحادثات مستمرة. אמר השר כי השיחות נמשכות. " * 1_500,
    "half a surrogate": lambda: f"{SENTENCE}\ud800 \udc00 " * 1_000,
    "one word": lambda: "x" * 1_000_000,
    "names without end": lambda: "Jana Meril, Ostria's envoy and " * 4_000,
    "numbers without end": lambda: "1,000 troops 2 March 2031 Monday " * 3_000,
}


def text_of(name: str) -> str:
    """One of the texts."""
    return TEXTS[name]()


def measure(examples: Path) -> dict[str, float]:
    """1 for each text that holds, 0 for each that does not; why not is said on standard error."""
    return {f"bad input: {name}": _held(name) for name in TEXTS}


def _held(name: str) -> float:
    command = [sys.executable, "-m", "gate.wild", name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        print(f"{name}: not done after {LONGEST:.0f} seconds", file=sys.stderr)
        return 0.0
    if done.returncode:
        print(f"{name}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return 0.0
    told = json.loads(done.stdout)
    print(f"{name}: {told}", file=sys.stderr)
    return float(told["true"] and told["MB"] < MOST_MEMORY)


def _through(text: str) -> dict[str, object]:
    """Read, extract, link; what it took by stage, in seconds and MB."""
    from onrecord import read
    from onrecord.clean import clean, readable
    from onrecord.extract import extract
    from onrecord.ledger import evidence
    from onrecord.link.link import link
    from onrecord.model.report import Report

    nlp, clock = read.load(threads=1), [perf_counter()]
    report = clean(Report("r-wild", "wild", text))
    doc = nlp(readable(report))
    clock.append(perf_counter())
    reading = extract(report, doc, reader="wild")
    clock.append(perf_counter())
    link([report], [reading], day=date(2100, 1, 1))
    clock.append(perf_counter())
    true = len(doc.text) == len(text) and all(span.holds(text) for span in evidence(reading))
    seconds = [round(after - before, 1) for before, after in pairwise(clock)]
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES)
    return {
        "true": true,
        "words": len(text.split()),
        "read": seconds[0],
        "extract": seconds[1],
        "link": seconds[2],
        "MB": peak,
    }


if __name__ == "__main__":
    print(json.dumps(_through(text_of(sys.argv[1]))))
