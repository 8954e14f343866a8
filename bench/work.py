"""One job, measured in a process of its own: `python -m bench.work reading 1 100000` prints one line of JSON."""

import json
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import perf_counter

from bench.reports import WARM, reports, words_in
from bench.stages import stages

__all__ = ["JOBS", "main"]

KILOBYTES = 1024 * (1024 if sys.platform == "darwin" else 1)  # macOS gives peak memory in bytes, Linux in kilobytes


def reading(texts: list[str], threads: int) -> float:
    """Seconds for reading alone: raw text to documents with attributions, syntax and names."""
    from onrecord import read

    nlp = read.load(threads=threads)
    list(nlp.pipe(reports(words=WARM)))
    began = perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return perf_counter() - began


def spacy_cnn(texts: list[str], threads: int) -> float:
    """Seconds for the same texts in spaCy's own kind of pipeline, on so many processes, for it has no threads."""
    from bench.cnn import cnn

    nlp = cnn()
    list(nlp.pipe(reports(words=WARM)))
    began = perf_counter()
    for _ in nlp.pipe(texts, n_process=threads, batch_size=64 if threads == 1 else 32):
        pass
    return perf_counter() - began


def ledger(texts: list[str], threads: int) -> float:
    """Seconds for everything: files on disk to what they hold, entered in a ledger."""
    from onrecord.ledger import open_ledger
    from onrecord.pipeline import read_into

    with tempfile.TemporaryDirectory() as room:
        for name, content in (("warm", reports(words=WARM)), ("bench", texts)):
            (Path(room) / name).mkdir()
            for number, text in enumerate(content):
                (Path(room) / name / f"{number:05}.txt").write_text(text, encoding="utf-8")
        with open_ledger(str(Path(room) / "warm.db"), create=True) as store:
            read_into(store, [str(Path(room) / "warm")], threads=threads)
        with open_ledger(str(Path(room) / "bench.db"), create=True) as store:
            began = perf_counter()
            summary = read_into(store, [str(Path(room) / "bench")], threads=threads)
            seconds = perf_counter() - began
    if summary.taken_in != len(texts):
        raise RuntimeError(f"only {summary.taken_in} of {len(texts)} reports were read")
    return seconds


JOBS: dict[str, Callable[[list[str], int], float]] = {"reading": reading, "spacy": spacy_cnn, "ledger": ledger}


def main(job: str, cores: str, words: str) -> None:
    """Run one job on so many cores over so many words, and print words, seconds and the peak of memory in MB."""
    with suppress(AttributeError):  # only Linux binds a process to cores; elsewhere the number of threads must do
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cores)])
    texts = list(reports(words=int(words)))
    if job == "stages":
        measured = stages(texts)
    else:
        before = _spent()
        measured = {"seconds": JOBS[job](texts, int(cores)), "cpu": _spent() - before}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    print(json.dumps({"words": words_in(texts), "peak": peak, **measured}))


def _spent() -> float:
    """Processor seconds of this process and of those it started and waited for, loading included."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main(*sys.argv[1:])
