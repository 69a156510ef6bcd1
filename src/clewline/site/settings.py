"""Settings of the Django project."""
SECRET_KEY="x"
INSTALLED_APPS: list[str] = []
