"""A small exported ledger about an invented quarrel over a lighthouse."""

from typing import Any

from gate.world import World

TEXT = "Anders promised to relight the lamp by 4 May. Berit doubted it.\nShare this\n"
COPY = "Anders promised to relight the lamp by 4 May."


def span(report: str, words: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"report": report, "start": start, "end": start + len(words), "exact": words}


def period(start: str, end: str) -> dict[str, str]:
    return {"start": start, "end": end}


def report(key: str, name: str, text: str, copies_of: str | None = None) -> dict[str, Any]:
    furniture = [[text.index("Share"), len(text) - 1]] if "Share" in text else []
    published = {**period("2019-05-01", "2019-05-01"), "basis": "given"}
    return {"type": "report", "id": key, "name": name, "text": text, "furniture": furniture, "published": published,
            "copies_of": copies_of}  # fmt: skip


def actor(key: str, name: str, party: str | None, *aliases: str) -> dict[str, Any]:
    return {"type": "actor", "id": key, "name": name, "party": party, "aliases": list(aliases)}


def lighthouse() -> World:
    """Anders of North Isle promised, Berit of South Isle doubted, one report copies the other."""
    doubt = {"by": ["b"], "stance": "doubt", "evidence": span("r1", "Berit doubted it")}
    mention = {
        "report": "r1",
        "evidence": span("r1", "relight the lamp by 4 May"),
        "status": "pledged",
        "responses": [doubt],
    }
    return World(
        [
            report("r1", "inbox/lamp.txt", TEXT),
            report("r2", "lamp-again.txt", COPY, copies_of="r1"),
            actor("n", "North Isle", None),
            actor("a", "Anders Holt", "n", "Anders"),
            actor("b", "Berit", None),
            {"type": "statement", "id": "s1", "report": "r1", "source": "a",
             "content": [span("r1", "to relight the lamp by 4 May")]},
            {"type": "commitment", "id": "c1", "by": ["a"], "status": "doubted",
             "due": period("2019-05-01", "2019-05-04"), "mentions": [mention]},
            {"type": "talk", "id": "t1", "parties": ["a", "b"], "status": "held",
             "when": period("2019-05-01", "2019-05-01"),
             "mentions": [{"report": "r1", "evidence": span("r1", "Anders promised"), "status": "held"}]},
            {"type": "figure", "id": "f1", "report": "r1", "value": 4.0, "compare": "exactly", "series": "x",
             "evidence": span("r1", "4 May")},
            {"type": "dispute", "id": "d1", "asserted_by": ["a"], "denied_by": ["b"], "mentions": [{"report": "r1"}]},
        ]
    )  # fmt: skip


def lighthouse_gold() -> dict[str, Any]:
    """What a careful reader enters for the first report: all that the ledger above holds, and nothing else."""
    return {
        "report": "lamp.txt",
        "furniture": ["Share this"],
        "actors": {"Anders Holt": {"party": "North Isle", "aliases": []}, "Berit": {"party": None, "aliases": []}},
        "statements": [{"source": "Anders Holt", "content": ["to relight the lamp by 4 May"]}],
        "talks": [{"parties": ["Anders Holt", "Berit"], "evidence": "Anders promised"}],
        "commitments": [{"by": ["Anders Holt"], "evidence": "relight the lamp by 4 May"}],
        "figures": [{"value": 4, "evidence": "4 May"}],
    }
