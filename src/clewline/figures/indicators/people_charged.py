"""People charged, which are fewer than the charges."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

PEOPLE_CHARGED = Figure(
    name="people_charged",
    title="People charged",
    unit="people",
    measure="count",
    group="Arrests and charges",
    rank=2,
    dimensions=("force", "team", "line", "operation", "offence", "drug", "drug_class", "age_group", "sex"),
    parts=(
        Part(title="with drug trafficking", where={"offence": "drug trafficking"}),
        Part(title="with modern slavery", where={"offence": "modern slavery"}),
        Part(title="children", where={"age_group": "child"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People charged in the period, each once however many charges they face, as their "
            "force records them. Somebody charged with offences of two groups counts in both parts, so "
            "parts do not add up.",
            authority="Clewline; releases set people charged beside charges, as the Metropolitan Police's "
            "on the week of 27 February 2023: 105 people, 223 charges. Offence groups are from the "
            "reference list.",
            select=f"""
                select charge.entry_id, charge.person as unit, charge.day, 1 as amount,
                       charge.force, charge.team, charge.line, charge.operation,
                       offence_list.offence_group as offence, offence_list.drug, offence_list.drug_class,
                       {AGE_GROUP}, sex
                from charge
                left join offence_list on offence_list.code = charge.offence
            """,
            examples=(
                Example(
                    says="Three charges against one person and one against another, whose code the "
                    "reference list lacks, are two people.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2023-03-01 charge H2, force kent, person kent/901, offence MD71532
                        c: on 2023-03-03 charge H3, force kent, person kent/901, offence PC53001
                        d: on 2023-03-02 charge H4, force kent, person kent/902, offence ZZ00001
                        e: on 2023-03-06 charge H5, force kent, person kent/903, offence MD71130
                    """,
                    value=2,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Modern slavery defendants: people, whatever else they are charged with.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MS15003
                        b: on 2023-03-01 charge H2, force kent, person kent/901, offence MS15003
                        c: on 2023-03-01 charge H3, force kent, person kent/901, offence MD71130
                        d: on 2023-03-01 charge H4, force kent, person kent/902, offence MD71130
                    """,
                    where={"offence": "modern slavery"},
                    value=1,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="A charge against the wrong person is corrected, and they no longer count.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2023-03-01 charge H2, force kent, person kent/902, offence MD71130
                        c: on 2023-03-01 charge H2, force kent, person kent/901, offence MD71130; \
corrects b because ID
                    """,
                    value=1,
                    stands_on=("a", "c"),
                ),
            ),
        ),
    ),
)
