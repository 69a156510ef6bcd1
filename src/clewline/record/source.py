"""Where a fact came from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileLine:
    """One record of one received file, the file named by its content."""

    sha256: str
    """SHA-256 of the file's bytes, 64 lower-case hexadecimal digits."""
    line: int
    """Line on which the record begins, counted from 1; the row of a sheet."""
    sheet: str | None = None
    """Sheet of a workbook."""

    def __str__(self) -> str:
        sheet = f" sheet {self.sheet!r}" if self.sheet is not None else ""
        return f"file {self.sha256[:12]}{sheet} line {self.line}"


@dataclass(frozen=True)
class Statement:
    """A named person said so."""

    by: str

    def __str__(self) -> str:
        return f"statement of {self.by}"


Source = FileLine | Statement
