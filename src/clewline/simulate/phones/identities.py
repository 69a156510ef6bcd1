"""Numbers that are nobody's: of telephones, handsets and SIMs.

Telephone numbers begin as the ranges that Ofcom keeps for drama (07700 900 and 01632 960) and mostly have more digits
than a real number has; handsets are of the type allocation codes that begin with 00, which are for tests; SIMs are of
the network 001-01, which is for tests too. Short codes begin with 19, which no service of the kind has.
"""

from itertools import count

VOICEMAIL = "1901"
SENDERS = ("DUNBANK", "PARCELS", "MYTOPUP")
"""Names under which firms send texts."""
TAXIS = ("+447700900001", "+447700900002")
TAKEAWAYS = ("+441632960011", "+441632960012")


class Identities:
    """Gives out identities, each once."""

    def __init__(self, *, series: int) -> None:
        """`series`, 0 to 89, keeps the numbers of two cases apart."""
        self._series = series
        self._numbers, self._lands, self._handsets, self._sims = count(100), count(100), count(1), count(1)

    def mobile(self) -> str:
        """Return a number of a mobile phone in E.164, of 15 digits."""
        return f"+447700900{10 + self._series:02}{next(self._numbers):04}"

    def landline(self) -> str:
        """Return a number of a fixed line in E.164."""
        return f"+441632960{10 + self._series:02}{next(self._lands):04}"

    def handset(self) -> str:
        """Return the 14 digits of an IMEI."""
        return f"001017{10 + self._series:02}{next(self._handsets):06}"

    def sim(self) -> str:
        """Return an IMSI of 15 digits."""
        return f"00101{10 + self._series:02}{next(self._sims):08}"


def national(number: str) -> str:
    """Return a number as the country's own people write it: `07700900123` of `+447700900123`."""
    return f"0{number[3:]}" if number.startswith("+44") else number
