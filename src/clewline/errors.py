"""Everything Clewline may refuse to do, and how each face says so."""


class ClewlineError(Exception):
    """Base of every refusal: a sentence that says what to do.

    `exit_code` serves the command line, `status` the web.
    """

    exit_code = 1
    status = 400


class Misused(ClewlineError):
    """The words of a command do not fit together."""

    exit_code = 2
    status = 400


class NotAllowed(ClewlineError):
    """The person may not do this, or not in the present state of the thing."""

    exit_code = 3
    status = 403


class BadDeclaration(ClewlineError):
    """A module of a catalogue folder does not declare what its folder holds, or declares it wrongly."""

    exit_code = 4
    status = 500


class BadInput(ClewlineError):
    """What was given cannot be read; whatever was good in it has been kept."""

    exit_code = 5
    status = 422


class TooOften(ClewlineError):
    """It was tried too often within a stretch of time."""

    exit_code = 3
    status = 429


class NotFound(ClewlineError):
    """Nothing of that name is in the record."""

    exit_code = 1
    status = 404


class ChainBroken(ClewlineError):
    """A stored entry is not what was appended."""

    exit_code = 1
    status = 500
