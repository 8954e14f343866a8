"""The house rules that a machine can hold: sizes, exports, docs that name what there is, words that do not belong."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
CODE = sorted(
    path
    for folder in ("onrecord", "gate", "bench", "training", "tests", "docs")
    for path in (ROOT / folder).rglob("*.py")
    if "__pycache__" not in path.parts
)
PUBLIC = [path for path in CODE if path.relative_to(ROOT).parts[0] in ("onrecord", "gate", "bench")]
# In two pieces each, so that this file does not hold them.
FORBIDDEN = re.compile(
    "|".join(("/wor" + "k/", "sealed" + r"\.bin", "newcomer" + r"\.sh", "pypi" + r"\.org", "/tm" + "p/"))
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def committed() -> list[Path]:
    """The files under version control, or all but the build's where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_file_is_too_long() -> None:
    assert [named(path) for path in CODE if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE] == []


def test_no_function_is_too_long() -> None:
    long = [
        f"{named(path)}: {function.name}"
        for path in CODE
        if not path.is_relative_to(ROOT / "tests")  # a small world written out record by record is long and plain
        for function in functions(ast.parse(path.read_text(encoding="utf-8")))
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    mute = [named(path) for path in PUBLIC if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert mute == []


@pytest.mark.parametrize("path", PUBLIC, ids=named)
def test_what_a_module_exports_is_sorted_and_there(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lists = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets)
    ]
    if not lists:
        return
    (exported,) = lists
    in_order = sorted(exported, key=lambda name: (not name.isupper(), not name[0].isupper(), name.casefold()))
    assert exported == in_order, "constants first, then classes, then the rest"
    assert len(exported) == len(set(exported))
    assert set(exported) <= defined(tree)


def defined(tree: ast.Module) -> set[str]:
    """The names that a module makes at its top level."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names


def test_the_package_and_its_stages_can_be_imported() -> None:
    for name in ("onrecord", "onrecord.ingest", "onrecord.clean", "onrecord.read", "onrecord.ledger", "onrecord.brief"):
        assert import_module(name).__doc__


def test_nothing_committed_names_the_place_where_it_was_written() -> None:
    found = []
    for path in committed():
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        found += [f"{named(path)}: {match[0]}" for match in FORBIDDEN.finditer(text)]
    assert found == []


def test_every_stage_is_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in (ROOT / "onrecord").glob("*/__init__.py")}
    assert {folder for folder in folders if folder not in told} == set()


def dist(name: str) -> str:
    """A distribution's name in the one form in which two spellings of it are equal."""
    return re.sub(r"[-_.]+", "-", name).casefold()


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {dist(re.split(r"[<>=;\[ ]", wanted)[0]) for wanted in project["dependencies"]}


def imported() -> set[str]:
    """The distributions whose modules the package imports."""
    nodes = [
        node
        for path in CODE
        if path.is_relative_to(ROOT / "onrecord")
        for node in ast.walk(ast.parse(path.read_text()))
    ]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    outside = {module.split(".")[0] for module in modules} - sys.stdlib_module_names - {"onrecord"}
    packages = importlib.metadata.packages_distributions()
    return {dist(name) for module in outside for name in packages.get(module, [module])}


def test_the_package_declares_what_it_imports_and_nothing_else() -> None:
    # FastAPI reads forms with python-multipart, and asks those who use forms to bring it.
    assert declared() == imported() | {"python-multipart"}


def test_every_library_has_its_reason() -> None:
    told = (ROOT / "docs" / "decisions" / "libraries.md").read_text(encoding="utf-8").casefold()
    assert [name for name in sorted(declared()) if name not in told] == []
