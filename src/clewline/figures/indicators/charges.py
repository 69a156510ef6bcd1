"""Charges, by group of offence and by drug class, which overlap."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

CHARGES = Figure(
    name="charges",
    title="Charges",
    unit="charges",
    measure="count",
    group="Arrests and charges",
    rank=3,
    dimensions=("force", "team", "line", "operation", "offence", "drug", "drug_class", "age_group", "sex"),
    overlaps=(("for drug trafficking", "for Class A and B drugs"),),
    parts=(
        Part(title="for drug trafficking", where={"offence": "drug trafficking"}),
        Part(title="for drug trafficking, Class A", where={"offence": "drug trafficking", "drug_class": "A"}),
        Part(title="for drug trafficking, Class B", where={"offence": "drug trafficking", "drug_class": "B"}),
        Part(title="for Class A drugs", where={"drug_class": "A"}),
        Part(title="for Class B drugs", where={"drug_class": "B"}),
        Part(title="for Class A and B drugs", where={"drug_class": "A+B"}),
        Part(title="for modern slavery", where={"offence": "modern slavery"}),
    ),
    definitions=(
        Definition(
            version="charge reference 1",
            sentence="Charges brought in the period; two forces that report one charge reference report "
            "one charge. Offence groups and drug classes overlap and neither contains the other: "
            "possession of a Class A drug is in a class and is no trafficking, trafficking a Class C drug "
            "is trafficking outside Class A and B. So parts do not add up to the whole.",
            authority="Clewline, from the charge reference. The group is Clewline's and the class is the "
            "one of the offence's title, both by code in the reference list. The Metropolitan Police's "
            "release on the week of 27 February 2023 has 223 charges, 150 of them drug trafficking and 131 "
            "of Class A and B, without saying how the two overlap.",
            select=f"""
                select charge.entry_id, charge.subject as unit, charge.day, 1 as amount,
                       charge.force, charge.team, charge.line, charge.operation,
                       offence_list.offence_group as offence, offence_list.drug, offence_list.drug_class,
                       {AGE_GROUP}, sex
                from charge
                left join offence_list on offence_list.code = charge.offence
            """,
            examples=(
                Example(
                    says="Each charge counts, not each person; one that two forces report counts once, and "
                    "one whose code the reference list lacks counts too, though in no part.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2023-03-01 charge H2, force kent, person kent/901, offence MD71532
                        c: on 2023-03-01 charge H2, force essex, person essex/77, offence MD71532
                        d: on 2023-03-02 charge H3, force kent, person kent/902, offence TH68010
                        e: on 2023-03-02 charge H4, force kent, person kent/902, offence ZZ00001
                        f: on 2023-02-26 charge H5, force kent, person kent/903, offence MD71130
                    """,
                    value=4,
                    stands_on=("a", "b", "c", "d", "e"),
                ),
                Example(
                    says="Drug trafficking: supply of any class, and not possession.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2023-03-01 charge H2, force kent, person kent/901, offence MD71532
                        c: on 2023-03-01 charge H3, force kent, person kent/901, offence MD71442
                        d: on 2023-03-01 charge H4, force kent, person kent/901, offence MD71210
                        e: on 2023-03-01 charge H5, force kent, person kent/901, offence MS15003
                    """,
                    where={"offence": "drug trafficking"},
                    value=3,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Class A and B, of the same five charges: possession too, and not Class C.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2023-03-01 charge H2, force kent, person kent/901, offence MD71532
                        c: on 2023-03-01 charge H3, force kent, person kent/901, offence MD71442
                        d: on 2023-03-01 charge H4, force kent, person kent/901, offence MD71210
                        e: on 2023-03-01 charge H5, force kent, person kent/901, offence MS15003
                    """,
                    where={"drug_class": "A+B"},
                    value=3,
                    stands_on=("a", "b", "d"),
                ),
                Example(
                    says="A charge is amended from supply to possession, and leaves the trafficking part.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2023-03-01 charge H2, force kent, person kent/902, offence MD71130
                        c: on 2023-03-01 charge H2, force kent, person kent/902, offence MD71210; \
corrects b because amended
                    """,
                    where={"offence": "drug trafficking"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
