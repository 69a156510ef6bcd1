"""The words that operators head their columns with and write in them, in English, German, French and Dutch.

A header is compared in lower case with its words set apart, so that `A_NUMBER`, `A Number` and `aNumber` are one.
"""

import re
from collections.abc import Mapping

from clewline.formats.phones.event import Direction, Service

_COLUMNS: Mapping[str, str] = {
    "number": """
        msisdn; number; phone; phone number; mobile number; telephone number; subscriber; subscriber
        number; subscriber msisdn; target; target number; target msisdn; served msisdn; own number;
        billing number; rufnummer; eigene rufnummer; teilnehmer; numéro; numéro de téléphone; numéro
        abonné; nummer; telefoonnummer; eigen nummer
    """,
    "other": """
        other party; other number; other party number; other msisdn; other end; correspondent; partner;
        gesprächspartner; gegenstelle; partnernummer; correspondant; numéro correspondant; tegenpartij;
        ander nummer
    """,
    "from": """
        a number; a party; a party number; a msisdn; anumber; calling number; calling party; calling party
        number; calling msisdn; caller; from; originating number; originator; source number; orig number;
        a rufnummer; anrufer; anrufende nummer; appelant; numéro appelant; a nummer; beller; bellend
        nummer; sender
    """,
    "to": """
        b number; b party; b party number; b msisdn; bnumber; called number; called party; called party
        number; called msisdn; to; dialled number; dialled digits; dialed number; terminating number;
        destination number; destination; recipient; b rufnummer; angerufener; angerufene nummer; appelé;
        numéro appelé; b nummer; gebelde; gebeld nummer; receiver
    """,
    "start": """
        start; start time; start date; start date time; start timestamp; date; time; date time; datetime;
        timestamp; call date; call time; call start; call start time; call start date; call date time;
        event date; event time; event date time; event start; session start; session start time; connect
        time; connection date; connection time; datum; uhrzeit; zeit; datum und uhrzeit; datum uhrzeit;
        beginn; startzeit; zeitstempel; heure; date heure; date et heure; date d appel; heure d appel;
        début; date de début; heure de début; tijd; datum tijd; datum en tijd; begin; begintijd;
        starttijd; date and time; date of call; time of call; utc time
    """,
    "end": """
        end; end time; end date; end date time; end timestamp; call end; call end time; call end date;
        event end; session end; session end time; stop time; disconnect time; release time; ende; endzeit;
        enddatum; fin; date de fin; heure de fin; eind; eindtijd; einddatum
    """,
    "duration": """
        duration; call duration; duration s; duration sec; duration secs; duration seconds; duration in
        seconds; length; call length; talk time; dauer; dauer s; dauer sekunden; gesprächsdauer; durée;
        durée s; durée d appel; duur; gespreksduur; duration hh mm ss
    """,
    "service": """
        type; call type; service; service type; event type; record type; usage type; cdr type; type of
        call; type of event; dienst; art; dienstart; verbindungsart; type d appel; type de service; soort;
        soort gesprek; activity; usage
    """,
    "direction": """
        direction; call direction; in out; mo mt; orig term; richtung; verbindungsrichtung; sens; sens de
        l appel; richting
    """,
    "imei": "imei; imei number; imeisv; device imei; handset imei; target imei; a imei",
    "imsi": "imsi; imsi number; sim imsi; target imsi; a imsi",
    "operator": """
        network; operator; network operator; provider; carrier; betreiber; netz; opérateur; réseau;
        netwerk
    """,
    "cell": """
        cell; cell id; cell identity; cell ref; cell reference; cell site id; global cell id; cgi; ecgi;
        ncgi; start cell; start cell id; first cell; first cell id; initial cell; zelle; zellkennung;
        funkzelle; funkzellen id; cellule; id cellule; cel; cel id; startcel; serving cell; cell name
    """,
    "cell_from": """
        originating cell; originating cell id; orig cell; a cell; a cell id; a party cell; caller cell;
        calling cell
    """,
    "cell_to": """
        terminating cell; terminating cell id; term cell; b cell; b cell id; b party cell; called cell
    """,
    "last_cell": """
        end cell; end cell id; last cell; last cell id; final cell; finish cell; endzelle; dernière
        cellule; eindcel
    """,
    "lat": """
        lat; latitude; breitengrad; breite; breedtegraad; cell lat; cell latitude; start lat; start
        latitude; wgs84 lat
    """,
    "lon": """
        lon; long; lng; longitude; längengrad; länge; lengtegraad; cell lon; cell long; cell longitude;
        start lon; start long; start longitude; wgs84 lon; wgs84 long
    """,
    "last_lat": "end lat; end latitude; last lat; last latitude",
    "last_lon": "end lon; end long; end longitude; last lon; last long; last longitude",
    "easting": """
        easting; eastings; os easting; cell easting; site easting; start easting; start cell easting; grid
        easting
    """,
    "northing": """
        northing; northings; os northing; cell northing; site northing; start northing; start cell
        northing; grid northing
    """,
    "azimuth": """
        azimuth; cell azimuth; bearing; sector bearing; beam direction; hauptstrahlrichtung; azimut;
        hoofdrichting
    """,
    "reach": "range; cell range; range m; radius; radius m; reichweite; portée; bereik",
    "place": """
        address; cell address; site address; site name; cell site address; site; location; postcode; cell
        postcode; standort; adresse; adresse cellule; adres; locatie; cell site name; start cell address
    """,
    "mcc": "mcc; country code",
    "mnc": "mnc; network code",
    "lac": "lac; location area code; lac tac",
    "ci": "ci; cell id; cellid; cell; cid; lac ci",
    "eci": "eci; e utran cell id; eutran cell id; nci",
}
"""What a column may hold, and its words; the last five are the numbers of one cell."""

NUMBERS_OF_A_CELL = ("mcc", "mnc", "lac", "ci", "eci")

_SERVICES: Mapping[Service, str] = {
    "call": r"voice|speech|calls?|telephon\w*|mobile originated|mobile terminated|m[ot]c|gespr\w+|telefonie|"
    r"anruf\w*|appels?|voix|oproep|spraak|volte|vowifi|forwarded",
    "text": r"sms\w*|texts?|short messages?|kurznachricht\w*|texto|tekst\w*",
    "multimedia": r"mms\w*|multimedia|picture messages?",
    "data": r"data|gprs|internet|pdp|packet\w*|daten\w*|données|gegevens|lte|[345]g|browsing|wap",
}
_DIRECTIONS: Mapping[Direction, str] = {
    "out": r"out|outgoing|outbound|mo|moc|originat\w+|ausgehend|abgehend|sortant|émis|uitgaand|smsmo|sent",
    "in": r"in|incoming|inbound|mt|mtc|terminat\w+|eingehend|ankommend|entrant|reçu|inkomend|smsmt|received",
}
"""Patterns of the words, each whole; a word that two patterns fit has no one meaning."""


def plain(header: str) -> str:
    """Return a column's name in lower case with one space between its words."""
    apart = re.sub(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])", " ", header)
    return " ".join(re.findall(r"[^\W_]+", apart)).casefold()


def wants(header: str) -> list[str]:
    """Return what a column of this name may hold, the likeliest first; nothing where no word is known."""
    name = plain(header)
    return [want for want, words in _WORDS.items() if name in words]


_WORDS: Mapping[str, frozenset[str]] = {
    want: frozenset(plain(word) for word in " ".join(words.split()).split(";"))
    for want, words in _COLUMNS.items()
}


def service(word: str) -> Service | None:
    """Return what a word for a service means, where one meaning alone fits."""
    found = [meaning for meaning, pattern in _SERVICES.items() if _says(pattern, word)]
    # "Voice data" is one of two: nothing is guessed.
    return found[0] if len(found) == 1 else None


def direction(word: str) -> Direction | None:
    """Return what a word for a direction means, where one meaning alone fits."""
    found = [meaning for meaning, pattern in _DIRECTIONS.items() if _says(pattern, word)]
    return found[0] if len(found) == 1 else None


def _says(pattern: str, word: str) -> bool:
    return re.search(rf"\b(?:{pattern})\b", plain(word)) is not None
