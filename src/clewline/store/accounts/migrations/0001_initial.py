"""The tables of accounts, memberships and the access log."""

import django.db.models.deletion
from django.db import migrations, models

from clewline.store.fields import Seq


class Migration(migrations.Migration):
    """The first."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("login", models.CharField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=40)),
                ("body", models.CharField(max_length=80)),
                ("is_active", models.BooleanField(default=True)),
                ("made_up", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LookHead",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("length", models.BigIntegerField()),
                ("head", models.BinaryField()),
                ("last_us", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SealedCase",
            fields=[
                ("case_id", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("sealed_by", models.CharField(max_length=200)),
                ("sealed_at", models.DateTimeField()),
                ("because", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                ("seq", Seq(primary_key=True, serialize=False)),
                ("at_us", models.BigIntegerField()),
                ("account", models.BigIntegerField(null=True)),
                ("act", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=10)),
                ("case_id", models.CharField(max_length=80, null=True)),
                ("subject", models.TextField(null=True)),
                ("sealed", models.BinaryField()),
                ("prev", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case_id", "subject"], name="look_subject"),
                    models.Index(fields=["account"], name="look_account"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("case_id", models.CharField(max_length=80)),
                ("purpose", models.CharField(max_length=40)),
                ("first", models.DateField()),
                ("last", models.DateField(null=True)),
                ("opens_sealed", models.BooleanField(default=False)),
                ("added_by", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
                ("ended_by", models.CharField(max_length=200, null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_of",
                        to="accounts.account",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["account", "case_id"], name="member_account"),
                    models.Index(fields=["case_id"], name="member_case"),
                ],
            },
        ),
    ]
