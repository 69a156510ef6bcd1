"""The tables of the record."""

from django.db import migrations, models

from clewline.store.fields import Seq


class Migration(migrations.Migration):
    """The first."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Chain",
            fields=[
                ("case_id", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("length", models.BigIntegerField()),
                ("head", models.BinaryField()),
                ("last_us", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="StoredEntry",
            fields=[
                ("seq", Seq(primary_key=True, serialize=False)),
                ("case_id", models.CharField(max_length=80)),
                ("entry_id", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=40)),
                ("subject", models.TextField()),
                ("day", models.DateField()),
                ("recorded_us", models.BigIntegerField()),
                ("recorded_by", models.CharField(max_length=200)),
                ("batch", models.CharField(max_length=40, null=True)),
                ("sheet", models.TextField(null=True)),
                ("line", models.BigIntegerField(null=True)),
                ("stated_by", models.CharField(max_length=200, null=True)),
                ("corrects", models.CharField(max_length=120, null=True)),
                ("sealed", models.BinaryField()),
                ("prev", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["entry_id"], name="entry_once")],
                "indexes": [
                    models.Index(fields=["case_id", "subject"], name="entry_subject"),
                    models.Index(
                        condition=models.Q(("corrects__isnull", False)),
                        fields=["corrects"],
                        name="entry_corrects",
                    ),
                    models.Index(
                        condition=models.Q(
                            (
                                "kind__in",
                                ("received", "batch_reversed", "correction", "disposal", "published"),
                            )
                        ),
                        fields=["kind"],
                        name="entry_looked_up",
                    ),
                ],
            },
        ),
    ]
