"""Write the bulletin of a counted week so that no small count of people can be worked out from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from clewline import reference
from clewline.bulletin.released.name import Basis, Name
from clewline.bulletin.released.public import Public
from clewline.bulletin.week import Line, Section, Week
from clewline.bulletin.write.bulletin import Bulletin, Hidden, Paragraph, Style
from clewline.bulletin.write.corrections import WHY, Correction
from clewline.bulletin.write.keys import Key, key
from clewline.bulletin.write.write import write
from clewline.errors import BadDeclaration
from clewline.figures import Counted
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.guard import Guard, told_of
from clewline.workflow.bulletin.pending import Pending
from clewline.workflow.bulletin.rows import Rows
from clewline.workflow.bulletin.text import counted_in

SEVERAL = "Police forces"
"""Who publishes, where several forces were counted and nobody is named."""

MADE_UP = "Made up for demonstration: no person, line or event in this bulletin is real."

NOTE = Paragraph(kind="note", text=MADE_UP)


@dataclass(frozen=True, kw_only=True)
class Written:
    """A bulletin that may be released as far as small counts go, and what it leaves out."""

    bulletin: Bulletin
    held_back: dict[Name, str]
    """Counts that it would have told, with the reason in a sentence for the press officer."""
    exposed: tuple[str, ...]
    corrections: tuple[str, ...]
    """Ids of the corrections that it tells."""
    waiting: tuple[str, ...]
    """Sentences about corrections that it does not tell."""
    public: Public
    """What it adds to what its readers can compute with."""


def written(
    week: Week,
    *,
    style: Style,
    body: str,
    made_up: bool,
    corrections: Sequence[Pending],
    rows: Rows,
    secret: bytes,
    shown: Public,
) -> Written:
    """Write the bulletin, and write it anew until nothing in it has to be held back; `shown` is what its readers know
    besides what was released.
    """
    basis = Basis(week.force, tuple(sorted(week.cases)))
    guard = Guard(kept.public(kept.releases()).followed_by(shown), rows, secret=secret)
    plain = _plain(week)
    held: dict[Name, str] = {}
    hidden: dict[Key, Hidden] = {}
    while True:
        telling = [c for c in corrections if c.needed and held.keys().isdisjoint(told_of(c.now, basis))]
        bulletin = write(
            plain,
            style=style,
            body=body,
            hide=hidden,
            corrections=[_correction(c) for c in telling],
        )
        counted = [*counted_in(bulletin), *(c.now for c in telling)]
        told = {name: one for one in counted for name in told_of(one, basis)}
        cleared = guard.clear(told, held=held)
        if not cleared.held_back:
            break
        if held.keys() >= cleared.held_back.keys():
            raise BadDeclaration(
                "The writer of bulletins tells a number that it was told to hide; report this."
            )
        held.update(cleared.held_back)
        for name, why in cleared.held_back.items():
            hidden[key(told[name])] = _hidden(told[name], why)
    return Written(
        bulletin=replace(
            bulletin,
            paragraphs=_said_to_be_made_up(bulletin.paragraphs) if made_up else bulletin.paragraphs,
            hidden=tuple(hidden.values()),
        ),
        held_back=held,
        exposed=cleared.exposed,
        corrections=tuple(one for c in telling for one in c.ids),
        waiting=tuple(_waits(c) for c in corrections if c not in telling),
        public=cleared.public,
    )


def body_of(week: Week) -> str:
    """Return who publishes where nobody is named: the force counted, or the only one that has results."""
    found = {week.force} if week.force is not None else _forces_of(week)
    if len(found) != 1:
        return SEVERAL
    (only,) = found
    known = reference.forces().get(only)
    name = known.name if known is not None else only
    # The list of forces has areas, as Kent; a text names the force.
    return name if known is None or name.endswith("Police") else f"{name} Police"


def _forces_of(week: Week) -> set[str]:
    sections = (*week.sections, *week.programme)
    return {force for section in sections for line in section.lines for force in line.by_force}


def _said_to_be_made_up(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the note behind the first, where nobody misses it."""
    first, *rest = paragraphs
    return (first, NOTE, *rest)


def _plain(week: Week) -> Week:
    """Return the week with its numbers alone: what stands beside them is not asked for, and so is not cleared."""
    return replace(
        week,
        sections=tuple(map(_bare, week.sections)),
        programme=tuple(map(_bare, week.programme)),
        changes=(),
        unmatched=(),
    )


def _bare(section: Section) -> Section:
    lines = (Line(counted=line.counted, depth=line.depth) for line in section.lines)
    return replace(section, lines=tuple(lines), notes=())


def _hidden(counted: Counted, why: str) -> Hidden:
    return Hidden(
        indicator=counted.figure.name,
        qualifiers=dict(counted.qualifiers),
        start=counted.start,
        end=counted.end,
        reason=why,
    )


def _waits(correction: Pending) -> str:
    name = f"{correction.now.title} in bulletin {correction.bulletin.id}"
    if not correction.needed:
        return f"{name} counts again as it was told; there is nothing to correct."
    return f"{name} is to be corrected, and the right number is held back by the rule for small numbers."


def _correction(correction: Pending) -> Correction:
    facts = correction.facts
    return Correction(
        counted=correction.now,
        was=facts.was,
        was_relation=facts.was_relation,
        # Of the reasons that have no words for the public, a bulletin says that the record changed.
        reasons=tuple(reason for reason in facts.reasons if reason in WHY),
    )
