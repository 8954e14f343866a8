"""Review in the browser's own way and over the API: decisions entered, seen, met by others, and taken back."""

import re
from html import unescape
from pathlib import Path

import httpx
import pytest

from onrecord.ledger import open_ledger
from tests.web.conftest import Serve, seal_of
from tests.web.test_pages import words

DAY = "2031-03-25"
AS_OF = {"as_of": DAY}
Json = dict[str, object]


def items(client: httpx.Client, kind: str, **query: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(f"/api/{kind}", params={**AS_OF, **query}).json()["items"]
    return found


def one(client: httpx.Client, kind: str, **query: str) -> str:
    return str(items(client, kind, **query)[0]["id"])


def form_of(client: httpx.Client, address: str) -> dict[str, str]:
    """The hidden fields that every form of a page carries."""
    page = client.get(address, params=AS_OF).text
    seen = re.search(r'name="seen" value="([^"]*)"', page)
    return {"seal": seal_of(page), "seen": seen[1] if seen else ""}


def decide(client: httpx.Client, kind: str, ident: str, **given: str | list[str]) -> httpx.Response:
    form = form_of(client, f"/{kind}/{ident}")
    return client.post(f"/decide/{ident}", params=AS_OF, data=form | given)


def the_denial(client: httpx.Client) -> str:
    return one(client, "statements", act="deny")


def test_a_rejected_statement_is_gone_and_comes_back_when_the_decision_is_withdrawn(serve: Serve) -> None:
    client = serve()
    ident = the_denial(client)
    before = items(client, "statements")
    answer = decide(client, "statements", ident, decision="reject", note="not hers")
    assert answer.status_code == 303
    assert ident not in {item["id"] for item in items(client, "statements")}
    page = client.get("/review/decisions", params=AS_OF)
    assert "not hers" in words(page.text)
    judgement = re.search(r'action="/review/withdraw/(j-[^"]+)"', page.text)
    assert judgement is not None
    form = {"seal": seal_of(page.text), "note": "it was", "back": "/review/decisions"}
    assert client.post(f"/review/withdraw/{judgement[1]}", params=AS_OF, data=form).status_code == 303
    assert items(client, "statements") == before
    assert "withdrawn by owner" in words(client.get("/review/decisions", params=AS_OF).text)


def test_a_corrected_act_stands_everywhere_with_who_corrected_it(serve: Serve) -> None:
    client = serve()
    ident = the_denial(client)
    answer = decide(client, "statements", ident, decision="correct", **{"f.act": "doubt", "f.mode": "indirect"})
    assert answer.status_code == 303
    page = words(client.get(answer.headers["location"]).text)
    assert "corrected by owner" in page
    assert "act: doubt" in page
    assert not items(client, "statements", act="deny")


def test_the_speaker_is_changed_to_an_actor_by_name_or_to_words_of_the_report(serve: Serve) -> None:
    client = serve()
    ident = the_denial(client)
    assert decide(client, "statements", ident, decision="correct", **{"f.source": "Joss Tarl"}).status_code == 303
    tarl = one(client, "actors", about="Joss Tarl")
    (denied,) = items(client, "statements", act="deny")
    assert denied["source"] == tarl
    answer = decide(client, "statements", str(denied["id"]), decision="correct", **{"f.source.words": "Ilse Brenn"})
    assert answer.status_code == 303
    (denied,) = items(client, "statements", act="deny")
    assert denied["source"] == one(client, "actors", about="Ilse Brenn")


def test_taking_a_decision_back_leads_to_the_record_as_it_was(serve: Serve) -> None:
    client = serve()
    ident = the_denial(client)
    answer = decide(client, "statements", ident, decision="correct", **{"f.source": "Joss Tarl"})
    changed = answer.headers["location"].partition("?")[0]
    assert changed != f"/statements/{ident}"
    page = client.get(changed, params=AS_OF).text
    form = re.search(r'action="(/review/withdraw/[^"]+)".*?name="back" value="([^"]+)"', page)
    assert form is not None
    gone = client.post(form[1], params=AS_OF, data={"seal": seal_of(page), "back": form[2]})
    assert gone.headers["location"].partition("?")[0] == f"/statements/{ident}"
    assert client.get(gone.headers["location"]).status_code == 200


@pytest.mark.parametrize("back", ["//evil.example/x", "https://evil.example", "/\\evil.example", "/statements/s-0"])
def test_taking_a_decision_back_leads_nowhere_else(serve: Serve, back: str) -> None:
    client = serve()
    decide(client, "statements", the_denial(client), decision="accept")
    (judgement,) = items(client, "judgements")
    form = {"seal": form_of(client, "/review")["seal"], "back": back}
    gone = client.post(f"/review/withdraw/{judgement['id']}", params=AS_OF, data=form)
    assert gone.headers["location"].startswith(("/statements/s-", "/review/decisions"))
    assert "evil" not in gone.headers["location"]


def test_what_was_not_changed_is_no_decision(serve: Serve) -> None:
    client = serve()
    ident = the_denial(client)
    answer = decide(client, "statements", ident, decision="correct", **{"f.act": "deny", "f.source": "Ilse Brenn"})
    assert answer.status_code == 422
    assert "nothing was changed" in words(answer.text)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"f.content": "words that are not there"}, "does not hold the words"),
        ({"f.source": "Nobody At All"}, "Nobody At All"),
        ({"f.said": "soon"}, "soon"),
        ({"f.act": "sing"}, "sing"),
        ({"f.content": ""}, "content"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_entered(serve: Serve, given: dict[str, str], why: str) -> None:
    client = serve()
    answer = decide(client, "statements", the_denial(client), decision="correct", **given)
    assert answer.status_code in {404, 422}
    assert why in words(answer.text)
    assert not items(client, "judgements")


def test_every_field_of_every_kind_stands_in_its_form_as_it_is(serve: Serve) -> None:
    client = serve()
    for kind in ("reports", "actors", "statements", "talks", "commitments", "figures", "disputes"):
        ident = one(client, kind)
        page = client.get(f"/{kind}/{ident}", params=AS_OF).text
        inputs = re.findall(r'<input name="(f\.[^"]+)" value="([^"]*)"', page)
        areas = re.findall(r'<textarea name="(f\.[^"]+)"[^>]*>([^<]*)</textarea>', page)
        chosen = re.findall(r'<select name="(f\.[^"]+)">.*?<option[^>]*?(?: value="([^"]*)")? selected>([^<]*)', page)
        given = {name: unescape(value) for name, value in [*inputs, *areas]}
        given |= {name: unescape(value or words) for name, value, words in chosen}
        assert len(given) >= 3, kind
        answer = client.post(
            f"/decide/{ident}", params=AS_OF, data=form_of(client, f"/{kind}/{ident}") | {"decision": "correct"} | given
        )
        assert answer.status_code == 422, (kind, given)
        assert "nothing was changed" in words(answer.text), (kind, words(answer.text))


def test_a_commitments_day_is_put_right_and_its_status_follows(serve: Serve) -> None:
    client = serve()
    ident = one(client, "commitments")
    assert items(client, "commitments")[0]["status"] == "overdue"
    assert decide(client, "commitments", ident, decision="correct", **{"f.due": "2031-05-03"}).status_code == 303
    (promise,) = items(client, "commitments")
    assert promise["due"] == {"start": "2031-05-03", "end": "2031-05-03"}
    assert promise["status"] != "overdue"


def test_an_answer_to_a_promise_is_added_in_the_reports_words(serve: Serve) -> None:
    client = serve()
    ident = one(client, "commitments")
    given = {"f.answer": "deny", "f.answer.who": "Oska", "f.answer.words": "demands that the lamp stay lit"}
    assert decide(client, "commitments", ident, decision="correct", **given).status_code == 303
    (promise,) = items(client, "commitments")
    assert "denied by Oska" in words(client.get(f"/commitments/{promise['id']}", params=AS_OF).text)


def test_two_actors_are_made_one_and_split_again_by_withdrawing(serve: Serve) -> None:
    client = serve()
    brenn, tarl = one(client, "actors", about="Ilse Brenn"), one(client, "actors", about="Joss Tarl")
    assert decide(client, "actors", brenn, decision="merge", more="Joss Tarl").status_code == 303
    people = [item for item in items(client, "actors") if item["kind"] == "person"]
    assert len(people) == 1
    (judgement,) = items(client, "judgements")
    client.post(f"/review/withdraw/{judgement['id']}", data={"seal": form_of(client, "/review")["seal"]}, params=AS_OF)
    assert {brenn, tarl} <= {str(item["id"]) for item in items(client, "actors")}


def test_a_record_is_added_from_a_sentence_that_was_chosen_without_scripts(serve: Serve) -> None:
    client = serve()
    report = str(items(client, "reports", about="Oska Daily")[0]["id"])
    page = client.get(f"/reports/{report}/add", params={**AS_OF, "kind": "statement"}).text
    text = client.get(f"/api/reports/{report}", params=AS_OF).json()["text"]
    start = text.index("More than 65")
    chosen = re.search(rf'href="([^"]+words={start}-\d+)#form"', page)
    assert chosen is not None
    form = client.get(unescape(chosen[1])).text
    assert "More than 65 keepers are at the light, Tarl said." in unescape(form).partition('id="form"')[2]
    given = {
        "kind": "statement", "near": str(start), "f.content": "More than 65 keepers are at the light",
        "f.source": "Joss Tarl", "f.act": "assert", "f.cue": "said", "note": "was missed",
    }  # fmt: skip
    answer = client.post(f"/reports/{report}/add", params=AS_OF, data={"seal": seal_of(form), **given})
    assert answer.status_code == 303, words(answer.text)
    (found,) = items(client, "statements", about="More than 65 keepers")
    span = found["content"][0]  # type: ignore[index]
    assert text[span["start"] : span["end"]] == span["exact"] == "More than 65 keepers are at the light"
    assert found["source"] == one(client, "actors", about="Joss Tarl")
    assert "added by owner" in words(client.get(f"/statements/{found['id']}", params=AS_OF).text)


def test_of_two_reviewers_at_once_the_later_sees_what_the_other_decided(serve: Serve) -> None:
    client = serve()
    ident = the_denial(client)
    form = form_of(client, f"/statements/{ident}")  # both have opened the page
    first = client.post(f"/decide/{ident}", params=AS_OF, data=form | {"decision": "correct", "f.act": "doubt"})
    assert first.status_code == 303
    later = client.post(f"/decide/{ident}", params=AS_OF, data=form | {"decision": "correct", "f.act": "refuse"})
    assert later.status_code == 409
    assert "act: doubt" in words(later.text)
    again = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', later.text.partition("<main")[2]))
    hidden = {name: unescape(value) for name, value in again.items() if name != "back"}
    assert client.post(f"/decide/{ident}", params=AS_OF, data=hidden).status_code == 303
    assert items(client, "statements", act="refuse")
    assert len(items(client, "judgements")) == 2


def test_programs_decide_and_take_back_and_meet_others_as_a_problem(serve: Serve) -> None:
    client = serve()
    ident = the_denial(client)
    body: Json = {"decision": "correct", "about": ident, "wishes": [{"field": "act", "values": ["doubt"]}], "seen": []}
    made = client.post("/api/judgements", params=AS_OF, json=body)
    assert made.status_code == 201
    judgement = made.json()
    assert client.get(made.headers["location"], params=AS_OF).json()["id"] == judgement["id"]
    stale = client.post("/api/judgements", params=AS_OF, json=body | {"wishes": [{"field": "act", "values": ["warn"]}]})
    assert (stale.status_code, stale.json()["decisions"]) == (409, [judgement["id"]])
    listed = client.get("/api/review/decisions", params=AS_OF).json()
    assert [(s["state"], s["words"]) for s in listed["standing"]] == [("applies", "act: doubt")]
    taken = client.post(f"/api/judgements/{judgement['id']}/withdrawal", json={"note": "no"}, params=AS_OF)
    assert taken.status_code == 200
    assert the_denial(client) == ident
    listed = client.get("/api/review/decisions", params=AS_OF).json()
    assert (listed["standing"], listed["withdrawn"][0]["note"]) == ([], "no")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"decision": "sing", "about": "s-1"}, 422),
        ({"decision": "accept", "about": "s-nothing"}, 404),
        ({"decision": "accept", "about": "s-nothing", "more": 1}, 422),
        ({"decision": "correct", "about": "r-", "wishes": [{"field": "no such"}]}, 422),
        ({"decision": "add", "about": "r-nothing", "kind": "statement"}, 404),
    ],
)
def test_a_body_that_cannot_be_meant_is_a_problem(desk: httpx.Client, body: Json, status: int) -> None:
    answer = desk.post("/api/judgements", params=AS_OF, json=body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert desk.post("/api/judgements/j-nothing/withdrawal", json={}).status_code == 404


def test_the_queue_says_why_and_what_was_decided_leaves_it(serve: Serve) -> None:
    client = serve()
    queue = client.get("/api/review/queue", params=AS_OF).json()
    assert queue["total"] >= 1
    first = queue["items"][0]
    assert first["reasons"]
    page = client.get("/review", params=AS_OF).text
    assert first["reasons"][0] in words(page)
    seal = seal_of(page)
    data = {"seal": seal, "seen": "", "decision": "accept", "back": "/review"}
    if first["other"]:
        data["others"] = first["other"]
    assert client.post(f"/decide/{first['record']}", params=AS_OF, data=data).headers["location"].startswith("/review")
    after = client.get("/api/review/queue", params=AS_OF).json()["items"]
    assert (first["record"], first["other"]) not in [(item["record"], item["other"]) for item in after]


def test_decisions_stand_in_the_export_and_the_ledger_holds_them(serve: Serve, tmp_path: Path) -> None:
    client = serve()
    decide(client, "statements", the_denial(client), decision="accept", note="heard it myself")
    with open_ledger(str(tmp_path / "quarrel.db")) as store:
        (judgement,) = store.judgements()
    assert (judgement.decision, judgement.by, judgement.note) == ("accept", "owner", "heard it myself")
