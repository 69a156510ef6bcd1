"""Whose lists name the signs, and who says what is to be done: the page, and the site where it stands.

The indicators say it in their own words. What is law or guidance is said only as far as a source here says it.
"""

PACE = "Pace, Signs of criminal exploitation (paceuk.info)"
TEESWIDE = "Teeswide Safeguarding Adults Board, Other forms of exploitation (tsab.org.uk)"
PLYMOUTH = "Plymouth Safeguarding Children, Exploitation pathway (plymouthscb.co.uk)"
COMMUNITY_CARE = (
    "Community Care, Signs and indicators of county lines and criminal exploitation (communitycare.co.uk)"
)
LISTS = (
    "Lists of signs read side by side: paceuk.info, tsab.org.uk, plymouthscb.co.uk, communitycare.co.uk and a "
    "screening tool at docsbay.net"
)
NCLCC = (
    "National County Lines Coordination Centre, in Spotting the signs of county lines, The Clewer Initiative "
    "(theclewerinitiative.org)"
)
STATIONS = "Crimestoppers, Transport used in county lines exploitation (crimestoppers-uk.org)"
HOME_OFFICE = (
    "Home Office and Crimestoppers, in Know the signs to spot child exploitation for drug trafficking, Watford "
    "Borough Council (watford.gov.uk)"
)
TERMS = "Cardiff University, Complex Safeguarding Wales, Common terms (cardiff.ac.uk)"
TOOLKIT = "Preventing Exploitation Toolkit, What is vulnerability? (preventingexploitationtoolkit.org.uk)"
CUCKOOING = (
    "Leicester, Leicestershire and Rutland, Guidance for working with adults at risk of exploitation: cuckooing "
    "(llradultsafeguarding.co.uk)"
)
FEAR = "Youth Justice Legal Centre, on children who fear to report (yjlc.uk)"

RETURN_INTERVIEW = "Return interviews, on guidance of the Department for Education of 2014 (docest.com)"
FOUND = "Hertfordshire Safeguarding Children Partnership, procedures (hertfordshirescp.trixonline.co.uk)"
SECTION_45 = "Modern Slavery Act 2015, section 45 and Schedule 4 (legislation.gov.uk)"
CAMDEN = "Camden, Adult social care practice guidance (ascpractice.camden.gov.uk)"
FIRST_RESPONDERS = "Home Office, Report modern slavery as a first responder (gov.uk)"
CONSENT = "Craig Barlow, on the National Referral Mechanism (craigbarlow.co.uk)"
DUTY_TO_NOTIFY = "West Midlands Anti Slavery Network, on the duty to notify (westmidlandsantislavery.org)"
TEENAGE = "Screening tools that say so (docplayer.net 17881416; docsbay.net)"
SERVICES = (
    "Rescue and Response (abianda.com); SafeCall, Missing People (parallelparliament.co.uk, question 53286)"
)
