"""The time line of a case is read a page at a time, of some kinds: from an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = (("store", "0002_append_only"),)
    operations = (
        migrations.AddIndex(
            model_name="storedentry",
            index=models.Index(fields=["case_id", "day", "seq", "kind"], name="entry_day"),
        ),
    )
