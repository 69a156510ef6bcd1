"""People who were offered a place on a programme of prevention or diversion."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

PROGRAMMES_OFFERED = Figure(
    name="programmes_offered",
    title="People offered a programme",
    unit="people",
    measure="count",
    group="Prevention and diversion",
    rank=1,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "answer", "note"),
    parts=(
        Part(title="took it up", where={"answer": "accepted"}),
        Part(title="did not take it up", where={"answer": "declined"}),
        Part(title="no answer recorded", where={"answer": "not recorded"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People offered in the period a place on a programme of prevention or diversion, each once, "
            "as their force records them. Somebody who took up one programme and not another counts in both "
            "parts. `note` is the programme.",
            authority="Clewline, from the offers.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex,
                       case when accepted then 'accepted' when not accepted then 'declined'
                            else 'not recorded' end as answer,
                       programme as note
                from programme_offered
            """,
            examples=(
                Example(
                    says="One child offered two programmes is one person.",
                    given="""
                        a: on 2023-02-28 programme offered P1, force kent, person kent/1, age 15, \
programme Boxing, offered by Ash, accepted no
                        b: on 2023-03-01 programme offered P2, force kent, person kent/1, age 15, \
programme Music, offered by Ash, accepted yes
                        c: on 2023-03-01 programme offered P3, force kent, person kent/2, \
programme Music, offered by Ash
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Who refused and is offered it again has two offers, and is one person.",
                    given="""
                        a: on 2023-02-28 programme offered P1, force kent, person kent/1, programme Boxing, \
offered by Ash, accepted no
                        b: on 2023-03-03 programme offered P2, force kent, person kent/1, programme Boxing, \
offered by Ash, accepted yes
                    """,
                    value=1,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="Taken up; an answer that is not recorded is none.",
                    given="""
                        a: on 2023-02-28 programme offered P1, force kent, person kent/1, programme Boxing, \
offered by Ash, accepted no
                        b: on 2023-03-01 programme offered P2, force kent, person kent/2, programme Music, \
offered by Ash, accepted yes
                        c: on 2023-03-01 programme offered P3, force kent, person kent/3, programme Music, \
offered by Ash
                    """,
                    where={"answer": "accepted"},
                    value=1,
                    stands_on=("b",),
                ),
            ),
        ),
    ),
)
