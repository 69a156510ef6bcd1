"""Rows that two files of a case both hold: returns of overlapping dates, or both parties' records of one call."""


def repeats_sql(of_line: str, phone: str = "number") -> str:
    """Return SQL for (sha256, sheet, line, part) of each row that repeats one of another file.

    `phone` is what tells the phones of the rows apart. Two rows are one event where phone, service, moment, direction,
    other party and time agree. Within one file nothing repeats: a text of several parts is several rows. Of equals, a
    row that names a place is kept. Only the time that two files share is looked at, so that files of separate dates
    cost nothing.
    """
    return f"""
        with spans as (
            select sha256, min(earliest) as first, max(earliest) as last from {of_line} group by sha256
        ),
        shared as (
            select greatest(a.first, b.first) as first, least(a.last, b.last) as last
            from spans as a
            join spans as b on a.sha256 < b.sha256 and a.first <= b.last and b.first <= a.last
        ),
        shared_time as (
            select min(first) as first, max(last) as last from shared
        ),
        in_shared_time as (
            select row.*
            from {of_line} as row
            join shared_time on row.earliest between shared_time.first and shared_time.last
        ),
        nth_of_its_file as (
            select *, row_number() over (
                partition by {phone}, service, moment, direction, other, earliest, sha256 order by sheet, line, part
            ) as nth
            from in_shared_time
        ),
        ranked as (
            select sha256, sheet, line, part, row_number() over (
                partition by {phone}, service, moment, direction, other, earliest, nth
                order by lat is null, cell is null, sha256, sheet, line, part
            ) as rank
            from nth_of_its_file
        )
        select sha256, sheet, line, part from ranked where rank > 1
    """
