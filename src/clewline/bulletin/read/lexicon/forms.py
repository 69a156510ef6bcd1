"""The forms of numbers that are no results: dates, times, ages, phone numbers, names. A new one is one entry."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
SMALL = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_ORDINAL = r"(?:st|nd|rd|th)"

_MONTHS = """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec"""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
YEAR = "#year"
"""Stands for a number that may be a year."""
ZERO = "#ring"
"""Stands for a number that may be one to ring: it begins with a nought or is one of the short ones."""
TWO = "#two"
"""Stands for a number of two digits."""
DOTS = "#dots"
"""Stands for a number with two dots: `3.3.2024`."""
GLUED = "#glued"
"""Stands for a number right behind a letter: `B12`."""
FORMS: tuple[tuple[str, str, str], ...] = (
    # reason, words of which the sentence must hold one for the pattern to be worth trying (where `&` parts them,
    # one of each), pattern
    # dates
    ("date", _MONTHS,
        rf"\b\d{{1,2}}{_ORDINAL}?(?:\s*(?:-|–|—|to|and|until|till|through|&)"
        rf"\s*(?:the\s+)?(?:{DAY_NAME},?\s+)?\d{{1,2}}{_ORDINAL}?)?(?:\s+of)"
        rf"?\s+(?:{MONTH})(?:,?\s+(?:19|20)\d\d)?"
    ),
    ("date", _DAYS,
        rf"\b{DAY_NAME},?\s+(?:the\s+)?\d{{1,2}}{_ORDINAL}?(?!\d)(?=\s*(?:-|"
        rf"–|to|and|until|,|\)|\.|$))"
    ),
    ("date", _MONTHS,
        rf"\b{MONTH}\s+(?:\d{{1,2}}{_ORDINAL}?(?!\d|,\d)(?:\s*(?:-|–|—|to|and|"
        rf"until)\s*(?:{DAY_NAME},?\s+)?\d{{1,2}}{_ORDINAL}?(?!\d|,\d|\s+\w+(?:ed|"
        rf"s)\b))?(?:,?\s+(?:19|20)\d\d\b)?|(?:19|20)\d\d\b)"
    ),
    ("date", f"/ - {DOTS}", r"\b\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"),
    ("date", YEAR,
        r"\b(?:19|20)\d\d(?:\s?(?:/|-|–|to)\s?(?:19|20)\d\d|[/–-]\d\d)\b(?!,"
        r"\d)|\b(?:a|the|his|her|its)\s+(?:19|20)\d\d\b(?=\s+[a-z])"
    ),
    ("date", YEAR,
        r"(?:\b(?:in|since|during|from|of|for|by|until|before|after|early|"
        r"late|mid|year|end|and|to|than|spring|summer|autumn|winter|on|fy|"
        r"act|re-?launched|launched|formed|christmas|throughout)\s+|\(|[-–])"
        r"(?:19|20)\d\d(?:s)?\b(?!\s+(?:\w+\s+)?(?:people|arrests|lines|wraps|"
        r"plants|items|children|weapons|knives|pills|tablets|homes|addresses|"
        r"vehicles|pupils))(?![,.]\d|%)"
    ),
    ("date", YEAR, r"(?:(?<=\n)|\A)\s*(?:19|20)\d\d\b(?=\s*(?:\n|\Z)|\s*[-–:,])"),
    ("rank", "st nd rd th", rf"\b\d+(?:,\d{{3}})*{_ORDINAL}\b(?!\s+(?:{MONTH}))"),
    ("date", "st nd rd th", rf"\b\d{{1,2}}{_ORDINAL}\b(?:\s*(?:-|–|to|and)\s*(?:the\s+)?\d{{1,2}}{_ORDINAL}\b)?"),
    # times
    ("time", "am pm m : hrs hours 24",
        r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|hrs|hours on)"
        r"(?!\w)|\b\d{1,2}:\d{2}\b|\b[0-2]\d[0-5]\d\s?(?:hrs|hours)\b|\b24/7\b|"
        r"\b24[- ]hours?\b"
        ),
    # ages
    ("age", "age ages aged",
        r"\b(?:aged|ages|age)\s+(?:of\s+|between\s+|from\s+|under\s+|over\s+|"
        r"just\s+|only\s+|as\s+young\s+as\s+)*\d{1,2}(?:(?:\s*(?:-|–|to|and|"
        r",|or)\s*)+\d{1,2}(?!\d|\s*(?:people|men|women|arrests)))*"
    ),
    ("age", "old olds yo yos yr yrs y",
        rf"\b{SMALL}(?:\s*(?:-|–|to|and)\s*{SMALL})?[- ]years?[- ]olds?\b|"
        rf"\b\d{{1,2}}-?(?:yr|yo|y/o)s?\b"
    ),
    ("age", "man woman boy girl teenager youth male female people children child person & of aged",
        rf"\b(?:man|woman|boy|girl|teenager|youth|male|female|people|children|"
        rf"child|person)\s+(?:of|aged)\s+(?:just\s+)?{SMALL}\b(?:\s+(?:and|"
        rf"to|or)\s+{SMALL}\b)?"
    ),
    ("age", f", ( & {TWO}",
        r",(?<=[a-z],) (?:aged )?[1-9]\d,(?= (?:of|from|who|and|was|has|is|"
        r"both|formerly|has)\b)|\((?:aged )?[1-9]\d\)"
    ),
    ("age", "under over",
        r"\b(?:under|over)(?:-|\s)(?:the age of\s+)?(?:16|18|21|25|30)s?\b(?!\s*(?:kg|"
        r",\d|lines|arrests|wraps|people|weapons|%))"
    ),
    ("age", "age ages aged", r"\bages?\s+(?:\w+\s+){0,3}\d{1,2}\s*(?:to|and|-|–)\s*\d{1,2}\b"),
    ("age", f", & {TWO}",
        r"\b(?:teenagers|boys|girls|men|women|brothers|sisters|youths|suspects|pair|children)"
        r"(?:, (?:both|all))?(?:, )(?:[1-9]\d(?:, | and | or )?){1,4}(?=,|\)|\.|;)"
    ),
    ("age", "between from",
        rf"\b(?:aged|ages|age)\s+(?:between|from)\s+(?:{SMALL}|\d+)\s+(?:and|to)\s+(?:{SMALL}|\d+)\b"
    ),
    ("age", "just only aged",
        r"\b(?:one|some|two|three|all|both) of (?:them|whom) (?:just|only|aged) [1-9]\d\b"
    ),
    ("age", "who", r"\bwho\s+(?:are|is|was|were)\s+(?:aged\s+)?[1-9]\d\b(?:\s+and\s+[1-9]\d\b)?(?=,|\.|\)| and)"),
    ("age", "s", r"\b(?:early|mid|late)?[- ]?[1-9]0s\b"),
    ("age", "youngest oldest eldest",
        r"\b(?:youngest|oldest|eldest)\b[^.;]{0,60}?\b(?:was|is|being|just|only|aged)\s+"
        rf"(?:just\s+|only\s+|aged\s+)?{SMALL}\b(?!\s+\w+\s+(?:arrest|line))"
    ),
    ("age", "average", r"\baverage age\b[^.]{0,60}"),
    ("age", "under over between",
        r"\b(?:were|was|are|is|being|all|mostly|be)\s+(?:all\s+|aged\s+)?(?:under|"
        r"over|between)\s+\d\d\b(?:\s+and\s+\d\d\b)?(?!,\d|\s*(?:kg|arrests|"
        r"lines))|\bunder\s+(?:the\s+age\s+of\s+)?1[68]\b(?!,\d)"
    ),
    ("age", "turn turned turns turning", r"\bturn(?:ed|s|ing)?\s+(?:six|seven|five|ten|\d{1,2})\b"),
    ("age", f", & {TWO}", r"\b[A-Z][\w’'-]+, (?:aged )?[1-9]\d\b(?=,| \(|;)"),
    ("age",
        ", & child man woman male female boy girl son mother father brother teenager youth driver daughter sister "
        f"youngster dealer runner suspect defendant teen pensioner dad mum & {TWO}",
        r"\b(?:child|man|woman|male|female|boy|girl|son|mother|father|brother|teenager|"
        r"youth|driver|daughter|sister|youngster|dealer|runner|suspect|defendant|"
        r"teen|pensioner|dad|mum), (?:aged )?[1-9]\d,"
        ),
    # ways to get in touch
    ("phone number", ZERO,
        r"\b(?:call(?:ing)?|ring(?:ing)?|dial(?:l?ing)?|phone|phoning|tel(?:ephone)"
        r"?|via|text(?:ing|ed)?|contact(?:ing)?|on|to|at|or)[: ]+(?:us\s+on\s+|"
        r"police\s+on\s+|on\s+|the\s+)?(?:101|111|999|112|116\s?\d{3}|61016|"
        r"0\d[\d ]{8,13}\d|03\d\d[ \d]{6,9}|0800[ \d]{6,9}|\+44[\d ]{9,13})"
        r"\b(?!\s+(?:[a-z]+\s+)?(?:years?|people|arrests|lines|warrants|charges|weapons|knives|phones|visits|addresses|"
        r"children|adults|wraps|searches))(?:\s+(?:or|and)\s+(?:101|999))?"
    ),
    ("phone number", ZERO,
        r"\b0[1-9]\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|\b0800[ \d]{6,9}\b|\b0\d{9,"
        r"10}\b|\b(?:101|999)\b(?=\s*(?:,|\.|or|and|in an emergency|$))|\b116\s?000\b|"
        r"\b61016\b|\b85258\b"
    ),
    ("phone number", "ref reference log incident crime quote quoting case collar",
        r"\b(?:ref(?:erence)?|log|incident|crime|quot(?:e|ing)|case|collar)"
        r"\s*(?:number|no\.?|ref(?:erence)?)?\s*:?\s*(?:[A-Z]{0,3}[/-]?)?\d[\d/-]*\b"
        ),
    # names
    ("name",
        "section sections s schedule article part chapter phase stage tier level round no unit gate "
        "junction platform room court page figure table band grade zone route volume issue version wave "
        "year type",
        r"\b(?:section|sections|s|schedule|article|part|chapter|phase|stage|"
        r"tier|level|round|no\.|unit|gate|junction|platform|room|court|page|"
        r"figure|table|band|grade|zone|route|volume|issue|version|wave|year|type)"
        r"\s?\.?(?:\d{1,4}|one|two|three|four|five|six|seven)\b(?!\s*(?:,\d|"
        r"arrests|people|wraps|lines|%|per cent|kg))"
    ),
    ("name", GLUED, r"(?<![^\W\d_])[A-Za-z]{3,}\d{1,3}\b(?!,\d|[.]\d)"),
    ("name", "s S", r"\bs\.?\s?\d{1,3}\b"),
    ("name", f"{GLUED} act covid cop catch",
        r"\b[A-Z]{1,2}\d{1,3}[A-Z]?\b(?!,\d)|\b(?:19|20)\d\d Act\b|\bAct (?:19|"
        r"20)\d\d\b|\bCOVID-?19\b|\bG20\b|\bCOP\s?26\b|\bCatch[ -]?22\b|\bF1\b"
    ),
    ("name",
        "glock beretta ak iphone bmw audi golf series model mark mk windows channel radio bbc itv sky top "
        "covid",
        r"\b(?:glock|beretta|ak|iphone|bmw|audi|golf|series|model|mark|mk|"
        r"windows|channel|radio|bbc|itv|sky|top|covid|4x4)[ -]?\d{1,3}\b(?!,"
        r"\d)(?!\s*(?:arrests|people))"
    ),
    ("address",
        "street road lane avenue close drive way place court crescent terrace garden gardens hill square "
        "grove walk row",
        r"\b[0-9]{1,4}[A-Za-z]?\s+(?:[A-Z][a-z]+\s+){1,3}(?:Street|Road|Lane|"
        r"Avenue|Close|Drive|Way|Place|Court|Crescent|Terrace|Gardens|Hill|"
        r"Square|Grove|Walk|Row)\b"
        ),
    # an order
    ("pronoun", "one",
        r"\bone\s+of\s+(?:the|our|its|their|them|these|those|which|whom|his|"
        r"her|\w+[’']s|\w+)\b"
    ),
    ("pronoun", "one",
        r"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Aa]fter|[Ff]ollowing|[Ff]or|[Oo]n)\s+one\s+(?:of|"
        r"warrant|operation|raid|search|case|address|property|vehicle|occasion|"
        r"incident|instance|house|line|day|night|line|network|week)\b|\b(?:one|"
        r"One)\s+(?:another|day|of which was|side|hand|in particular|thing|"
        r"who|which|that is|element|example|way|such|more step|step|place|"
        r"time|single|case|incident|instance|occasion|success story|local|"
        r"said)\b|\b(?:no|this|that|each|every|the|any|a|which|next|last|as|"
        r"at|for|another|another|big|new|the only|only|first|latest)\s+one\b(?!\s+(?:firearm|"
        r"man|woman|arrest|knife|gun|machete|line|warrant|person|child|weapon|"
        r"vehicle|car|kilo|kg|million|hundred|in\s|juvenile|adult|male|female)"
        r")|\bone\s+(?:a|an|the)\b(?!\s+(?:day|week))|\bone,\s|\bone[- ](?:off|"
        r"stop shop|to-one|man show|way|year|month|week|day|third|handed|night|"
        r"hour)\b"
    ),
    ("workforce", "of & team squad unit crew panel force staff department",
        rf"\b(?:team|squad|unit|crew|panel|force|staff|department)\s+of\s+(?:just\s+|"
        rf"some\s+|only\s+|about\s+|around\s+|over\s+|more than\s+)?(?:{SMALL}|"
        rf"\d+)\b"
    ),
    ("workforce", "all",
        r"\ball\s+(?:43|44|45|46|four|five|six|ten|three|nine|seven)\s+(?:\w+\s+)"
        r"{0,3}(?:forces|police forces|constabularies|regions|areas|districts|"
        r"boroughs|counties)\b"
    ),
    ("not a result", "two three four twofold threefold fourfold zero",
        r"\b(?:two|three|four)-(?:pronged|tier|way|fold|stage|part|door|wheeled|"
        r"wheel|bedroom|storey)\b|\b(?:two|three|four)fold\b|\bzero[- ]tolerance\b"
    ),
    ("duration", "day days week weeks month months year years hour hours minute minutes night nights",
        rf"\b(?:{SMALL}|\d+)(?:-(?:day|week|month|year|hour|minute|night)s?|"
        rf"\s(?:day|week|month|hour|minute|night)s?(?:['’]s?)?)(?:[- ]long)"
        rf"?\b(?![- ]old)"
        ),
)  # fmt: skip
