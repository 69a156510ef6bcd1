"""Every address of the site. A page added without an act of the table of permissions is served to nobody."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from clewline.web.access import views as access
from clewline.web.case import views as case
from clewline.web.figures import views as figures
from clewline.web.finding import views as finding
from clewline.web.frame import refusals
from clewline.web.frame.health import health
from clewline.web.home import views as home
from clewline.web.line import views as line
from clewline.web.methods import views as methods
from clewline.web.person import views as person
from clewline.web.record import views as record
from clewline.web.routes import page
from clewline.web.search import views as search

ENTRANCE = [
    path("log-in/", account.login, name="account_login"),
    path("log-out/", account.logout, name="account_logout"),
    path("log-in/no-longer/", account.account_inactive, name="account_inactive"),
    path("log-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("log-in/code/", mfa.authenticate, name="mfa_authenticate"),
    path("log-in/code/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("log-in/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("log-in/passkey/again/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("security/", mfa.index, name="mfa_index"),
    path("security/password/", account.password_change, name="account_change_password"),
    path("security/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("security/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("security/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("security/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("security/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("security/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("security/passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("security/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("health", health, name="health"),
]

urlpatterns = [
    *ENTRANCE,
    page("", home.home, act="see home", name="home"),
    page("case/<str:case>/", case.timeline, act="see case", name="case"),
    page("case/<str:case>/entry/<str:subject>/", case.entry, act="see entry", name="entry"),
    page(
        "case/<str:case>/entry/<str:subject>/source/",
        case.source_line,
        act="see source line",
        name="source_line",
    ),
    page("case/<str:case>/lines/", line.lines, act="see line", name="lines"),
    page("case/<str:case>/line/<str:subject>/", line.line, act="see line", name="line"),
    page("case/<str:case>/line/<str:subject>/rows/", line.rows, act="see line", name="line_rows"),
    page(
        "case/<str:case>/line/<str:subject>/numbers/", line.numbers, act="reveal numbers", name="line_numbers"
    ),
    page("case/<str:case>/people/", person.people, act="see person", name="people"),
    page("case/<str:case>/person/<str:subject>/", person.person, act="see person", name="person"),
    page("case/<str:case>/record/", record.kinds, act="record", name="record"),
    page("case/<str:case>/record/<str:subject>/", record.form, act="record", name="record_kind"),
    page("case/<str:case>/entry/<str:subject>/correct/", record.correct, act="correct", name="correct"),
    page("case/<str:case>/entry/<str:subject>/withdraw/", record.withdraw, act="withdraw", name="withdraw"),
    page("case/<str:case>/findings/", finding.findings, act="see findings", name="findings"),
    page("case/<str:case>/weigh/", finding.weigh, act="weigh evidence", name="weigh"),
    page("case/<str:case>/finding/<str:subject>/", finding.finding, act="see findings", name="finding"),
    page(
        "case/<str:case>/finding/<str:subject>/facts/",
        finding.facts,
        act="see findings",
        name="finding_facts",
    ),
    page(
        "case/<str:case>/finding/<str:subject>/rows/", finding.rows, act="see findings", name="finding_rows"
    ),
    page(
        "case/<str:case>/finding/<str:subject>/statement/",
        finding.take_out,
        act="export",
        name="finding_statement",
    ),
    page("case/<str:case>/looks/", access.case_looks, act="see who looked", name="case_looks"),
    page("search/", search.search, act="search", name="search"),
    page("figures/", figures.week, act="see figures", name="figures"),
    page("figures/<str:figure>/", figures.opened, act="open figures", name="figure"),
    page("access-log/", access.all_looks, act="see access log", name="access_log"),
    page("methods/", methods.methods, act="see methods", name="methods"),
    page("permissions/", access.permissions, act="see permissions", name="permissions"),
]

handler400 = refusals.bad_request
handler403 = refusals.not_found
handler404 = refusals.not_found
handler500 = refusals.failed
