"""Who comes in: nobody unasked where others can reach the server, and nothing from another site's page."""

import json
from pathlib import Path

import httpx
import pytest

from onrecord.errors import OnrecordError, UsageError
from onrecord.web.safety.accounts import Accounts
from onrecord.web.safety.audit import Audit
from onrecord.web.safety.headers import POLICY
from onrecord.web.safety.limits import Bucket
from tests.cli.conftest import Onrecord, onrecord
from tests.web.conftest import Serve, seal_of

__all__ = ["onrecord"]

TOKEN = "a-token-that-nobody-guesses"  # noqa: S105
SECRET = "correct horse battery"  # noqa: S105


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("people") / "accounts.json"
    accounts = Accounts(str(place))
    accounts.put("rhea", SECRET, "read")
    accounts.put("vida", SECRET, "review")
    accounts.put("ada", SECRET, "admin")
    return str(place)


def sign_in(client: httpx.Client, name: str, secret: str = SECRET) -> httpx.Response:
    seal = seal_of(client.get("/sign-in").text)
    return client.post("/sign-in", data={"seal": seal, "name": name, "secret": secret})


def test_every_answer_tells_the_browser_to_run_nothing_but_ours(desk: httpx.Client) -> None:
    for path in ("/", "/api/brief", "/nowhere", "/static/desk.css", "/api/talks/none"):
        headers = desk.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in headers
    assert "unsafe" not in POLICY


def test_another_sites_page_cannot_make_a_browser_add_reports(desk: httpx.Client) -> None:
    body, kind = b'{"text": "words"}', {"Content-Type": "application/json"}
    for told in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        assert desk.post("/api/reports", content=body, headers=kind | told).status_code == 403


def test_another_name_that_points_here_is_not_answered(desk: httpx.Client) -> None:
    assert desk.get("/api/brief", headers={"Host": "evil.example"}).status_code == 421


def test_a_form_without_its_seal_changes_nothing(desk: httpx.Client) -> None:
    assert desk.post("/add/text", data={"text": "words", "seal": "0" * 64}).status_code == 403
    assert desk.post("/add/text", data={"text": "words"}).status_code == 422


def test_with_a_token_nothing_is_told_to_who_has_none(serve: Serve) -> None:
    client = serve(token=TOKEN)
    assert client.get("/").headers["location"] == "/sign-in"
    assert client.get("/reports/r-0").status_code == 303
    assert client.get("/api/brief").status_code == 401
    assert client.get("/api/openapi.json").status_code == 401
    assert client.get("/api/brief", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/api/brief", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_a_session_begins_with_the_secret_and_ends_when_it_is_ended(serve: Serve, people: str) -> None:
    client = serve(accounts=people, secure=False)
    assert sign_in(client, "rhea", "wrong horse battery").status_code == 401
    assert sign_in(client, "nobody").status_code == 401
    answer = sign_in(client, "rhea")
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    session = client.cookies["onrecord_session"]
    page = client.get("/?as_of=2031-03-06")
    assert page.status_code == 200
    client.post("/sign-out", data={"seal": seal_of(page.text)})
    assert "onrecord_session" not in client.cookies
    client.cookies.set("onrecord_session", session)
    assert client.get("/").status_code == 303


def test_behind_tls_cookies_are_for_tls_only(serve: Serve, people: str) -> None:
    client = serve(accounts=people, secure=True)
    answer = client.get("/sign-in")
    assert "Secure" in answer.headers["set-cookie"]
    assert "strict-transport-security" in answer.headers


@pytest.mark.parametrize(
    ("name", "statuses"), [("rhea", (200, 403, 403)), ("vida", (200, 200, 403)), ("ada", (200, 200, 200))]
)
def test_a_role_opens_what_it_may_and_no_more(
    serve: Serve, people: str, name: str, statuses: tuple[int, int, int]
) -> None:
    client = serve(accounts=people)
    sign_in(client, name)
    assert tuple(client.get(path).status_code for path in ("/reports", "/add", "/audit")) == statuses


def test_a_removed_account_is_out_at_once(serve: Serve, tmp_path: Path) -> None:
    place = str(tmp_path / "accounts.json")
    accounts = Accounts(place)
    accounts.put("rhea", SECRET, "read")
    client = serve(accounts=place)
    sign_in(client, "rhea")
    assert client.get("/reports").status_code == 200
    accounts.remove("rhea")
    assert client.get("/reports").status_code == 303


def test_guessing_is_slowed_down(serve: Serve, people: str) -> None:
    client = serve(accounts=people)
    found = [sign_in(client, "rhea", f"guess number {n}").status_code for n in range(10)]
    assert found[0] == 401
    assert found[-1] == 429


def test_the_log_holds_who_came_in_and_what_they_did_and_no_secret(serve: Serve, people: str, tmp_path: Path) -> None:
    client = serve(accounts=people)
    sign_in(client, "vida", "wrong horse battery")
    sign_in(client, "vida")
    log = (tmp_path / "quarrel.db.audit.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["did"] for line in log.splitlines()] == ["was refused at the door", "signed in"]
    assert SECRET not in log


def test_what_cannot_be_noted_is_not_done(tmp_path: Path) -> None:
    with pytest.raises(OnrecordError, match="audit log cannot be written"):
        Audit(str(tmp_path / "no" / "log.jsonl")).note("ada", "127.0.0.1", "added reports")


def test_passwords_are_kept_as_argon2_hashes_in_a_file_of_their_owner(tmp_path: Path) -> None:
    place = tmp_path / "accounts.json"
    Accounts(str(place)).put("ada", SECRET, "admin")
    assert SECRET not in place.read_text(encoding="utf-8")
    assert "$argon2id$" in place.read_text(encoding="utf-8")
    assert place.stat().st_mode & 0o077 == 0
    with pytest.raises(UsageError, match="too short"):
        Accounts(str(place)).put("ada", "short", "admin")


def test_a_bucket_lets_few_through_at_once_and_one_address_does_not_spend_anothers() -> None:
    bucket = Bucket(a_second=0.001, burst=3)
    assert [bucket.lets("a") for _ in range(5)] == [True, True, True, False, False]
    assert bucket.lets("b")
    assert all(Bucket(a_second=0, burst=1).lets("a") for _ in range(10))


def test_serving_to_others_without_a_way_in_is_refused(onrecord: Onrecord) -> None:
    ran = onrecord("serve", "--host", "0.0.0.0")  # noqa: S104
    assert ran.status == 2
    assert "give a --token, or --accounts" in ran.err
    assert onrecord("serve", "--host", "0.0.0.0", "--token", "short").status == 2  # noqa: S104


def test_a_page_that_was_kept_carries_each_visitors_own_seal(serve: Serve) -> None:
    client = serve()
    day = {"as_of": "2031-03-06"}
    pages = [client.get("/review", params=day) for _ in range(2)]
    cookie = client.cookies["onrecord_form"]
    assert seal_of(pages[0].text) == seal_of(pages[1].text)
    client.cookies.clear()
    other = client.get("/review", params=day)
    assert client.cookies["onrecord_form"] != cookie
    assert seal_of(other.text) != seal_of(pages[0].text)
    held = client.get("/review", params=day, headers={"If-None-Match": other.headers["etag"]})
    assert held.status_code == 304
    client.cookies.clear()
    assert client.get("/review", params=day, headers={"If-None-Match": other.headers["etag"]}).status_code == 200


def test_only_reviewers_decide_and_what_they_do_is_noted(serve: Serve, people: str, tmp_path: Path) -> None:
    client = serve(accounts=people)
    day = {"as_of": "2031-03-06"}
    sign_in(client, "rhea")
    record = client.get("/api/commitments", params=day).json()["items"][0]["id"]
    page = client.get(f"/commitments/{record}", params=day).text
    assert "Put it right" not in page
    form = {"seal": seal_of(page), "decision": "reject", "note": "said of another light"}
    assert client.post(f"/decide/{record}?as_of=2031-03-06", data=form).status_code == 403
    assert client.post("/api/judgements", json={"decision": "reject", "about": record}).status_code == 403
    assert {client.get(path).status_code for path in ("/review", "/review/decisions", "/api/review/queue")} == {403}
    client.post("/sign-out", data={"seal": form["seal"]})
    sign_in(client, "vida")
    assert "Put it right" in client.get(f"/commitments/{record}", params=day).text
    assert client.post(f"/decide/{record}?as_of=2031-03-06", data=form | {"seal": "0" * 64}).status_code == 403
    assert client.post(f"/decide/{record}?as_of=2031-03-06", data=form).status_code == 303
    (judgement,) = client.get("/api/judgements", params=day).json()["items"]
    assert (judgement["decision"], judgement["by"], judgement["note"]) == ("reject", "vida", "said of another light")
    log = (tmp_path / "quarrel.db.audit.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(log[-1])["did"] == "decided: reject"
    assert json.loads(log[-1])["about"] == record


def test_another_site_may_read_the_api_only_where_it_was_named(serve: Serve) -> None:
    client = serve(cors=("https://desk.example",))
    for origin, allowed in (("https://desk.example", "https://desk.example"), ("https://evil.example", None)):
        headers = client.get("/api/ledger", headers={"Origin": origin}).headers
        assert headers.get("access-control-allow-origin") == allowed
