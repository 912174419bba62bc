"""Does an ensemble's memory depend on the number of runs?

Each ensemble runs in a process of its own; the operating system's own account of its largest memory is read.
"""

import os
import subprocess
import sys
import tempfile

from bench.timing import show

COUNTS = (200, 1000, 5000)


def peak(runs: int) -> float:
    """Largest memory of an ensemble of that many runs, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        code = (
            "import apparat, resource; "
            f"apparat.ensemble('succession-1922', runs={runs}, seed=1, out={folder + '/out'!r}); "
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True
        )
    return float(done.stdout.strip().splitlines()[-1])


def main() -> None:
    """Measure and print."""
    peaks = {str(runs): round(peak(runs), 1) for runs in COUNTS}
    show(peak_mebibytes=peaks, last_over_first=round(peaks[str(COUNTS[-1])] / peaks[str(COUNTS[0])], 3))


if __name__ == "__main__":
    main()
