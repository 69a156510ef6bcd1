"""Draw a file anew, page by page, in a process that may do little and not for long; run by `redraw`, never imported.

What is in the file is looked at, never what it is called. From standard input comes the file; to standard output go a
line of JSON (`pages`: the length of each picture; or `refused`: a sentence) and the pictures, JPEG of plain pixels: no
metadata, no profile, no script, nothing behind the picture.

Before it looks at the file it shuts itself in: it can open nothing any more, neither a file nor a connection, and start
no process. With `--what-holds` it tries each instead, and says which was refused.
"""

import ctypes
import io
import json
import os
import resource
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

MEMORY = 1 << 30
"""Bytes of address space."""
NOBODY = 65534
"""Account of those that own nothing, which the process becomes where it is root's."""
NEW_NETWORK, NEW_USERS, NO_MORE_RIGHTS, RIGHTS_VERSION = 0x4000_0000, 0x1000_0000, 38, 0x2008_0522
"""Of Linux: `CLONE_NEWNET`, `CLONE_NEWUSER` (sched.h), `PR_SET_NO_NEW_PRIVS` (prctl.h), version 3 (capability.h)."""
LOADED = (
    *("encodings.ascii", "encodings.latin_1", "encodings.utf_16"),
    *(
        "PIL.ImageOps",
        "PIL.JpegImagePlugin",
        "PIL.MpoImagePlugin",
        "PIL.PngImagePlugin",
        "PIL.TiffImagePlugin",
    ),
)
"""What is else loaded only when a picture of some sort comes."""
WHAT_HOLDS = "--what-holds"
SECONDS = 20
"""Of the processor."""
MOST_PIXELS = 64_000_000
"""Of a picture as it was sent; one of a telephone has 12 to 50 million. More is refused before it is unpacked."""
MOST_PAGES = 20
LONGEST_SIDE = 2000
"""Pixels of the longer side of what is drawn: a page of A4 can be read."""
QUALITY = 85
PICTURES = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
PDF = b"%PDF-"
WHAT = "Only photographs and pictures (JPEG or PNG) and PDF documents can be added. This is none, whatever its name."
BROKEN = "The file is damaged or cut short, so it cannot be shown safely. Save it anew, or take a photograph of it."
TOO_MANY_PIXELS = (
    "The picture is too large to be opened safely: at most 64 million pixels. Make it smaller first."
)
TOO_MANY_PAGES = f"The document has more than {MOST_PAGES} pages. Send the pages that matter."
LOCKED = "The document needs a password, so it cannot be shown. Save it without one."
NO_READER = "Documents cannot be added on this site. Add photographs of the pages."


class Refused(Exception):
    """A file that is not drawn, with the sentence that says why."""


def pictures(content: bytes) -> Iterator[bytes]:
    """Yield each page of a file as a JPEG.

    :raises Refused: it cannot be drawn.
    """
    kind = next((kind for begins, kind in PICTURES.items() if content.startswith(begins)), None)
    if kind is not None:
        yield _picture(content, kind)
    elif content.startswith(PDF):
        yield from _pages(content)
    else:
        raise Refused(WHAT)


def _picture(content: bytes, kind: str) -> bytes:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and its sentence too
    try:
        with Image.open(io.BytesIO(content), formats=(kind,)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(TOO_MANY_PIXELS)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG need not be unpacked whole
            opened.load()
            turned = ImageOps.exif_transpose(opened)
            return _jpeg(turned if turned is not None else opened)
    except Refused:
        raise
    except Exception as wrong:  # whatever a damaged picture does to its reader
        raise Refused(BROKEN) from wrong


def _pages(content: bytes) -> Iterator[bytes]:
    try:
        import pypdfium2
    except ImportError:
        raise Refused(NO_READER) from None
    try:
        # Neither forms nor scripts are started: what is drawn is what is on the paper.
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as wrong:
        raise Refused(LOCKED if "password" in str(wrong).lower() else BROKEN) from wrong
    if len(document) > MOST_PAGES:
        raise Refused(TOO_MANY_PAGES)
    if len(document) == 0:
        raise Refused(BROKEN)
    for number in range(len(document)):
        try:
            page = document[number]
            wide, high = page.get_size()
            if min(wide, high) <= 0:
                raise Refused(BROKEN)
            scale = LONGEST_SIDE / max(wide, high)
            drawn = page.render(scale=scale, may_draw_forms=False).to_pil()
        except pypdfium2.PdfiumError as wrong:
            raise Refused(BROKEN) from wrong
        yield _jpeg(drawn)


def _jpeg(picture: Any) -> bytes:
    from PIL import Image

    if picture.mode in ("L", "RGB", "RGBA"):
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # On white: what is seen through is what a reader sees on paper.
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        ground = Image.new("RGB", seen.size, "white")
        ground.paste(seen, mask=seen.getchannel("A"))
        picture = ground
    plain = picture.convert("RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Only pixels go over: whatever else the picture carried stays behind.
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def make_ready() -> None:
    """Load all that drawing needs, by drawing: later nothing can be opened any more."""
    for name in LOADED:
        import_module(name)
    from PIL import Image

    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "ready", 6
    for kind in PICTURES.values():
        some = io.BytesIO()
        Image.new("RGB", (8, 8)).save(some, kind, exif=exif)
        _picture(some.getvalue(), kind)
    with suppress(ImportError):
        import pypdfium2

        page = pypdfium2.PdfDocument.new().new_page(8, 8)
        page.render(scale=1, may_draw_forms=False).to_pil()


def shut_in() -> None:
    """Give up, for good, all that drawing does not need. What a system does not allow to be given up is left."""
    system = ctypes.CDLL(None)
    with suppress(OSError, AttributeError):
        if os.getuid() == 0:
            system.unshare(NEW_NETWORK)
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        else:
            system.unshare(NEW_USERS | NEW_NETWORK)
    with suppress(AttributeError):
        system.prctl(NO_MORE_RIGHTS, 1, 0, 0, 0)
        # Rights that come with a network of its own go again.
        system.capset((ctypes.c_uint32 * 2)(RIGHTS_VERSION, 0), (ctypes.c_uint32 * 6)())
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        # What is open stays open; nothing can be opened beside it or in its place.
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(what, (most, most))


def what_holds() -> dict[str, bool]:
    """Return what a process that is shut in is refused: each is tried."""
    tried: dict[str, Callable[[], object]] = {
        "opens no file": lambda: os.open("/", os.O_RDONLY),
        "has no connection": socket.socket,
        "starts no process": _fork,
        "is not root": lambda: os.setuid(0),
        "gets no more": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)),
    }
    return {name: _is_refused(attempt) for name, attempt in tried.items()}


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _is_refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (OSError, ValueError):
        return True
    return False


def main() -> None:
    """Draw what comes in; or say what the process is refused."""
    make_ready()
    out = sys.stdout.buffer
    if sys.argv[1:] == [WHAT_HOLDS]:
        shut_in()
        out.write(json.dumps(what_holds()).encode())
        out.flush()
        return
    content = sys.stdin.buffer.read()
    shut_in()
    try:
        drawn = list(pictures(content))
        said: dict[str, Any] = {"pages": [len(one) for one in drawn]}
    except Refused as wrong:
        drawn, said = [], {"refused": str(wrong)}
    except MemoryError:
        drawn, said = [], {"refused": TOO_MANY_PIXELS}
    out.write(json.dumps(said).encode() + b"\n")
    for one in drawn:
        out.write(one)
    out.flush()


if __name__ == "__main__":
    main()
