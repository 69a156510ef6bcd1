"""The import contracts, from `pyproject.toml`."""

import ast
import tomllib
from typing import Any

from house import PACKAGE, PURE, ROOT, folders
from pages.markdown import cell, finish, head, table


def page() -> str:
    """Return the page."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    lines = head(
        "Import contracts",
        "`make check` holds these sentences, with no exceptions. Where a folder needs an import that they refuse, "
        "the thing is in the wrong folder; [the house](../explanation/the-house.md) says why.",
    )
    for number, contract in enumerate(contracts, start=1):
        lines += [f"{number}. **{contract['name']}.** {_rule(contract)}"]
    lines += ["", "## The folders", ""]
    pure = dict.fromkeys(PURE, "pure")
    lines += table(
        ["folder", "", "what it holds"],
        (
            [f"`{name}`", pure.get(name, "the world"), _said(name)]
            for name in _in_order(contracts)
            if name in folders()
        ),
    )
    return finish(lines)


def _rule(contract: dict[str, Any]) -> str:
    if contract["type"] == "layers":
        order = [_names(layer.replace("(", "").replace(")", "").split(" | ")) for layer in contract["layers"]]
        return f"From the last to the first: {'; '.join(order)}. Those that stand together are strangers."
    if contract["type"] == "protected":
        return f"{_names(contract['protected_modules'])}: for {_names(contract['allowed_importers'])} alone."
    sources, forbidden = _names(contract["source_modules"]), _names(contract["forbidden_modules"])
    if contract.get("allow_indirect_imports"):
        return f"{sources} may not import {forbidden} themselves; another folder may do so for them."
    return f"{sources} may not import {forbidden}, nor anything that does."


def _names(modules: list[str]) -> str:
    return ", ".join(f"`{m.removeprefix('clewline.')}`" for m in modules)


def _in_order(contracts: list[dict[str, Any]]) -> list[str]:
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    return [name.strip("()") for layer in reversed(layers) for name in layer.split(" | ")]


def _said(name: str) -> str:
    """Return the first paragraph of a folder's docstring."""
    path = PACKAGE / name
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return cell(text.split("\n\n")[0])
