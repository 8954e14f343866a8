"""The docs say what the program says: the commands page is its help, every command is named, every link leads on."""

import importlib.util
import re
from pathlib import Path

import pytest

from onrecord.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def fresh_commands_page() -> str:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page: str = module.commands_page()
    return page


def test_the_commands_page_is_what_the_commands_say() -> None:
    written = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert written == fresh_commands_page(), "write it anew: python docs/generate.py"


def test_every_quote_of_the_readme_s_brief_stands_in_an_example_report() -> None:
    told = re.search(r"<!-- brief -->(.*)<!-- /brief -->", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert told
    examples = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "examples").iterdir())
    reports = " ".join(re.sub(r"<[^>]+>", "", examples.replace('\\"', '"').replace("\\n", " ")).split())
    quotes = re.findall(r"^\d+\. .*?: “(.+)” · `", told[1], re.MULTILINE)
    assert len(quotes) >= 10
    assert [quote for quote in quotes if quote.removesuffix("…") not in reports] == []


def test_every_command_is_told_of_in_readme_or_how_tos() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES if page.name != "commands.md")
    assert [name for name in COMMANDS if f"onrecord {name}" not in told and f"`{name}`" not in told] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_inside_the_project_leads_to_a_file(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_in_a_shell_example_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown = "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    lines = [line.split("#")[0] for line in shown.splitlines()]
    named = [name for line in lines for name in re.findall(r"(?:^|/|\| )onrecord ([a-z]+)", line)]
    assert [name for name in named if name not in COMMANDS] == []
