"""What an administrator does with an account; and when somebody last looked at a case, from an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds columns to accounts, and an index to the log."""

    dependencies = (("accounts", "0002_append_only"),)
    operations = (
        migrations.AddField("account", "must_change", models.BooleanField(default=False)),
        migrations.AddField("account", "password_given_by", models.CharField(max_length=80, null=True)),
        migrations.AddField("account", "factor_reset_by", models.CharField(max_length=80, null=True)),
        migrations.AddField("account", "admitted_by", models.CharField(max_length=80, null=True)),
        migrations.AddField("account", "revision", models.IntegerField(default=0)),
        migrations.AddIndex("look", models.Index(fields=["account", "case_id", "at_us"], name="look_last")),
    )
