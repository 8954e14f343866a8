"""The guide to the ledger says what is so: its example runs, and its messages are those of the program."""

import re
from pathlib import Path

import pytest

from tests.test_pipeline import WEIRS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "weirs.txt").write_text(WEIRS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", GUIDE, flags=re.DOTALL)
    exec(compile(example, "docs/ledger.md", "exec"), {})  # noqa: S102 (our own words)
    assert "would be open by Friday" in capsys.readouterr().out


@pytest.mark.parametrize(
    "message", re.findall(r"^\| ((?:this|there|another|the|onrecord) [^|]*) \|", GUIDE, flags=re.MULTILINE)
)
def test_every_message_that_is_explained_is_said(message: str) -> None:
    sources = [*(ROOT / "onrecord" / "ledger").glob("*.py"), ROOT / "onrecord" / "pipeline.py"]
    assert any(message in source.read_text(encoding="utf-8") for source in sources)
