"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "clewline.site.web"
application = get_wsgi_application()

from clewline.web.begin import begin  # noqa: E402  # the settings come first

begin()
