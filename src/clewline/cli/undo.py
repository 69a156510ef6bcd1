"""Undo a batch: its entries are withdrawn together, with a reason, and its file may be taken in again."""

from typing import Annotated

import typer

from clewline.cli.saying import now, reason, show, user


def undo(
    batch: Annotated[str, typer.Argument(help="Id of the batch, as `clewline batches` lists it.")],
    because: Annotated[str, typer.Option(help="Why; the reason stays in the record.")],
) -> None:
    why = reason(because, "--because")
    from clewline.store import ready

    ready.start()
    from clewline.workflow.intake import reverse
    from clewline.workflow.notices_undone import words

    done = reverse(batch, by=user(), because=why, at=now())
    show(
        f"Batch {batch}: {done.gone:,} entries withdrawn. They can still be seen as known before this moment."
    )
    if notices := words(done.notices, done.notices_left):
        show(notices)
