"""Every branch of the pure folders is tested; what the last run of the tests left says so."""

import subprocess
import sys

from house import PURE, ROOT, folders


def patterns() -> list[str]:
    """Return the pure folders that are there, as patterns of files."""
    package = ROOT / "src" / "clewline"
    there = [name for name in PURE if name in folders()]
    return [
        f"*/clewline/{name}/*" if (package / name).is_dir() else f"*/clewline/{name}.py" for name in there
    ]


def main() -> int:
    """Report what is not tested, and fail below 100 %."""
    command = [
        sys.executable,
        "-m",
        "coverage",
        "report",
        "--fail-under=100",
        f"--include={','.join(patterns())}",
    ]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
