"""A file that is being sent: written to a folder beside the record as it comes, hashed, and never larger than allowed.

Django reads a form before the page is asked whether its sender may send it. So nothing is written here for someone who
is not logged in; but for whoever adds a small file to a referral of the public form.
"""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from clewline.store import uploads
from clewline.web.refer import arriving as open_form
from clewline.web.routes import is_public

TOO_LARGE, NOT_LOGGED_IN = "too large", "not logged in"


class Arrived(UploadedFile[Any]):
    """A file that has arrived whole, in a place of its own until it is moved or closed."""

    def __init__(self, file: Any, path: Path, name: str | None) -> None:
        super().__init__(file, name, None, 0)
        self.path = path
        self.sha256 = ""

    def close(self) -> None:
        """Leave nothing behind, unless it was moved."""
        super().close()
        self.path.unlink(missing_ok=True)


class Arriving(FileUploadHandler):
    """Writes a file as it comes."""

    def new_file(self, *args: Any, **named: Any) -> None:
        """Begin a file; skip it where its sender may not send one."""
        super().new_file(*args, **named)
        if not self._may_send():
            self._refuse(NOT_LOGGED_IN)
        number, name = tempfile.mkstemp(prefix="sent.", dir=uploads.arriving())
        self._arrived = Arrived(os.fdopen(number, "w+b"), Path(name), self.file_name)
        self._hash, self._size = hashlib.sha256(), 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write the bytes that follow."""
        self._size += len(raw_data)
        if self._size > self._most:
            self._arrived.close()
            self._refuse(TOO_LARGE)
        self._hash.update(raw_data)
        self._arrived.write(raw_data)

    def file_complete(self, file_size: int) -> Arrived:
        """Return the file."""
        self._arrived.flush()
        self._arrived.seek(0)
        self._arrived.size, self._arrived.sha256 = file_size, self._hash.hexdigest()
        return self._arrived

    def upload_interrupted(self) -> None:
        """Leave nothing of a file whose sender went away."""
        if hasattr(self, "_arrived"):
            self._arrived.close()

    def _may_send(self) -> bool:
        """Return whether whoever sends may send a file, and see how large it may be."""
        request = self.request
        assert request is not None
        if is_public(request):
            self._most = open_form.most_bytes()
            return open_form.may_arrive(request)
        self._most = settings.UPLOAD_MB << 20
        user = getattr(request, "user", None)
        return user is not None and user.is_authenticated

    def _refuse(self, why: str) -> None:
        self.request.META["clewline.refused_file"] = why  # type: ignore[union-attr]  # there is one
        raise SkipFile
