"""Run the tests with branch coverage, and remember what they were run on.

`make test` and `make check` both need them. What they leave (`.coverage`, `.coverage-run.json`) is good as
long as no file that a test may read has changed, so `make check` behind `make test` does not run them again.
"""

import hashlib
import json
import os
import re
import subprocess
import sys

from house import ROOT, project_files, shown

DATA = ROOT / ".coverage"
RUN = ROOT / ".coverage-run.json"


def fingerprint() -> str:
    """Return a hash of every file of the repository and of what the tests find on the machine."""
    found = hashlib.sha256(sys.version.encode())
    found.update(os.environ.get("CLEWLINE_NOT_RUN", "").encode())
    for path in project_files():
        found.update(f"\0{shown(path)}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def last_run() -> dict[str, str]:
    """Return what the last complete run was on, and its last line."""
    if not (DATA.exists() and RUN.exists()):
        return {}
    kept: dict[str, str] = json.loads(RUN.read_text(encoding="utf-8"))
    return kept


def _coverage(*arguments: str) -> None:
    """Clear or join what the processes measured; that there is nothing to do is no failure."""
    subprocess.run(
        [sys.executable, "-m", "coverage", *arguments], cwd=ROOT, check=False, stdout=subprocess.DEVNULL
    )


def main(arguments: list[str]) -> int:
    """Run the tests; with `--if-changed`, only where they did not pass on these very files.

    With `--said` run nothing, and print the last line of the run that passed.
    """
    if arguments == ["--said"]:
        print(last_run().get("said", "The tests have not passed."))
        return 0
    on = fingerprint()
    if arguments == ["--if-changed"]:
        last = last_run()
        if last.get("on") == on:
            print(f"The tests passed on these very files: {last['said']}")
            return 0
        arguments = []
    RUN.unlink(missing_ok=True)
    _coverage("erase")
    # As many processes as processors; a file's tests stay together, since they share what they set up.
    spread = ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    command = [sys.executable, "-m", "coverage", "run", "-m", "pytest", "-ra", *spread, *arguments]
    said = ""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, errors="replace") as tests:
        assert tests.stdout is not None
        for line in tests.stdout:
            print(line, end="", flush=True)
            if re.search(r"\d+ (passed|failed|error)", line):
                said = line.strip()
    _coverage("combine", "--quiet")
    # Part of the tests proves nothing about the whole.
    if tests.returncode == 0 and not arguments:
        RUN.write_text(json.dumps({"on": on, "said": said}), encoding="utf-8")
    return tests.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
