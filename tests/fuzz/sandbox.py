"""A folder outside which nothing may be written, since hostile arguments name any path.

An audit hook refuses as the operating system would, so that the program under test meets the refusal that an
unprivileged user meets. It cannot be taken back, so it belongs into processes that do nothing else.
"""

import errno
import os
import sys
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Of each event: where its paths stand among its arguments, and where the folder that each is relative to.
_CHANGING = {
    "os.mkdir": ((0, 2),),
    "os.remove": ((0, 1),),
    "os.rmdir": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.link": ((0, 2), (1, 3)),
    "os.symlink": ((1, 2),),
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.utime": ((0, 3),),
    "os.truncate": ((0, None),),
}
_HERE = -1


def confine(*folders: Path) -> None:
    """From now on, this process may change files in these folders only."""
    allowed = tuple(os.path.realpath(folder) for folder in folders)

    def check(path: Any, beside: int = _HERE) -> None:
        if isinstance(path, int):
            return
        base = Path() if beside == _HERE else Path(f"/proc/self/fd/{beside}").readlink()
        real = os.path.realpath(base / os.fsdecode(path))
        if real != os.devnull and not any(real == a or real.startswith(a + os.sep) for a in allowed):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def watch(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[2], int) and given[2] & _WRITING:
            check(given[0])
        for path, beside in _CHANGING.get(event, ()):
            check(given[path], _HERE if beside is None else given[beside])

    sys.addaudithook(watch)
