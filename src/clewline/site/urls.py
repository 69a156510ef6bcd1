"""Every address of the site. A page added without an act of the table of permissions is served to nobody."""

from functools import partial

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.urls import path

from clewline.web.access import views as access
from clewline.web.accounts import views as accounts
from clewline.web.api import views as api
from clewline.web.api.v1 import routes as v1
from clewline.web.bulletin import views as bulletin
from clewline.web.bulletin import writing as bulletin_writing
from clewline.web.case import views as case
from clewline.web.copies import views as copies
from clewline.web.duties import views as duties
from clewline.web.exhibit import files
from clewline.web.exhibit import views as exhibit
from clewline.web.figures import fairness, outcomes
from clewline.web.figures import views as figures
from clewline.web.finding import views as finding
from clewline.web.frame import refusals
from clewline.web.frame.health import health
from clewline.web.guide import views as guide
from clewline.web.home import views as home
from clewline.web.intake import columns_views as columns
from clewline.web.intake import views as intake
from clewline.web.line import school_hours
from clewline.web.line import views as line
from clewline.web.links import views as links
from clewline.web.members import views as members
from clewline.web.methods import views as methods
from clewline.web.national_form import views as national_form
from clewline.web.partners import views as partners
from clewline.web.person import views as person
from clewline.web.pointer import views as pointer
from clewline.web.published import views as published
from clewline.web.received import views as received
from clewline.web.record import views as record
from clewline.web.refer import views as refer
from clewline.web.referral import sharing as shared
from clewline.web.referral import views as referral
from clewline.web.referrals import answer as referral_answer
from clewline.web.referrals import views as referrals
from clewline.web.routes import page
from clewline.web.search import saved as searches
from clewline.web.search import views as search
from clewline.web.texts import views as texts
from clewline.web.tokens import views as tokens

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
    path("security/password/set/", account.password_set, name="account_set_password"),
    path("security/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("security/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("security/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("security/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("security/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("security/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("security/passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("security/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("health", health, name="health"),
    path("api/v1/openapi.json", api.openapi_of_v1, name="openapi_v1"),
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
    page(
        "case/<str:case>/line/<str:subject>/school-hours/",
        school_hours.school_hours,
        act="notice contacts",
        name="line_school_hours",
    ),
    page("case/<str:case>/line/<str:subject>/links/", links.line_links, act="see line", name="line_links"),
    page("case/<str:case>/line/<str:subject>/links/open/", links.line_link, act="see line", name="line_link"),
    page("case/<str:case>/links/", links.of_case, act="see line", name="case_links"),
    page("case/<str:case>/links/open/", links.case_link, act="see line", name="case_link"),
    page("case/<str:case>/due/", duties.due, act="see duties", name="duties"),
    page("case/<str:case>/people/", person.people, act="see person", name="people"),
    page("case/<str:case>/person/<str:subject>/", person.person, act="see person", name="person"),
    page("case/<str:case>/person/<str:subject>/ask/", pointer.ask, act="ask who else", name="person_ask"),
    page("case/<str:case>/referrals/", referral.of_case, act="see referral", name="case_referrals"),
    page("case/<str:case>/referral/<str:subject>/", referral.referral, act="see referral", name="referral"),
    page(
        "case/<str:case>/referral/<str:subject>/act/",
        referral.act,
        act="work on referrals",
        name="referral_act",
    ),
    page(
        "case/<str:case>/referral/<str:subject>/share/",
        shared.share,
        act="share information",
        name="referral_share",
    ),
    page(
        "case/<str:case>/referral/<str:subject>/end-sharing/",
        shared.end,
        act="share information",
        name="referral_end_sharing",
    ),
    page(
        "case/<str:case>/person/<str:subject>/national-form/",
        national_form.national_form,
        act="fill in national form",
        name="person_national_form",
    ),
    page("case/<str:case>/members/", members.members, act="manage members", name="members"),
    page("case/<str:case>/members/end/", members.end, act="manage members", name="members_end"),
    page("case/<str:case>/exhibits/", exhibit.exhibits, act="see exhibits", name="exhibits"),
    page("case/<str:case>/exhibits/add/", exhibit.exhibit_add, act="record exhibits", name="exhibit_add"),
    page("case/<str:case>/exhibit/<str:subject>/", exhibit.exhibit, act="see exhibits", name="exhibit"),
    page(
        "case/<str:case>/exhibit/<str:subject>/move/",
        exhibit.exhibit_move,
        act="record exhibits",
        name="exhibit_move",
    ),
    page("case/<str:case>/authorities/", exhibit.authorities, act="see exhibits", name="authorities"),
    page(
        "case/<str:case>/authorities/add/", exhibit.authority_add, act="record exhibits", name="authority_add"
    ),
    page("case/<str:case>/file/<str:subject>/", files.file, act="see exhibits", name="file"),
    page("case/<str:case>/file/<str:subject>/undo/", files.file_undo, act="undo", name="file_undo"),
    page(
        "case/<str:case>/file/<str:subject>/refused/",
        files.file_refused,
        act="take refused rows",
        name="file_refused",
    ),
    page("case/<str:case>/intake/", intake.intake, act="take in", name="intake"),
    page("case/<str:case>/intake/<str:subject>/", intake.upload, act="take in", name="upload"),
    page(
        "case/<str:case>/intake/<str:subject>/columns/", columns.columns, act="take in", name="upload_columns"
    ),
    page("case/<str:case>/intake/<str:subject>/take/", intake.take, act="take in", name="upload_take"),
    page("case/<str:case>/intake/<str:subject>/again/", intake.again, act="take in", name="upload_again"),
    page("case/<str:case>/intake/<str:subject>/leave/", intake.leave, act="take in", name="upload_leave"),
    page("case/<str:case>/copy/", copies.of_case, act="export", name="case_copy"),
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
    page("copy/", copies.of_found, act="export what was found", name="found_copy"),
    page("search/", search.search, act="search", name="search"),
    page("search/saved/", searches.saved, act="search", name="saved_searches"),
    page("search/saved/open/", searches.open_saved, act="search", name="open_search"),
    page("search/save/", searches.save, act="save searches", name="save_search"),
    page("search/saved/remove/", searches.remove, act="save searches", name="remove_search"),
    page("figures/", figures.week, act="see figures", name="figures"),
    page("figures/fairness/", fairness.fairness, act="see fairness", name="figures_fairness"),
    page("figures/outcomes/", outcomes.outcomes, act="see outcomes", name="figures_outcomes"),
    page("figures/outcomes/people/", outcomes.people, act="open figures", name="outcomes_people"),
    page("figures/<str:figure>/", figures.opened, act="open figures", name="figure"),
    page("bulletins/", bulletin.bulletins, act="see bulletins", name="bulletins"),
    page("bulletins/one/", bulletin.bulletin, act="see bulletins", name="bulletin"),
    page("bulletins/file/", bulletin.file, act="see bulletins", name="bulletin_file"),
    page("bulletins/write/", bulletin_writing.write, act="write bulletins", name="bulletin_write"),
    page("bulletins/release/", bulletin_writing.release, act="release bulletins", name="bulletin_release"),
    page("bulletins/compare/", bulletin.compare, act="compare bulletins", name="bulletin_compare"),
    page("bulletins/correct/", bulletin_writing.correct, act="correct bulletins", name="bulletin_correct"),
    page("texts/", texts.text, act="read texts", name="text"),
    page("published/", published.series, act="see published", name="published"),
    page("access-log/", access.all_looks, act="see access log", name="access_log"),
    page("accounts/", accounts.accounts, act="see accounts", name="accounts"),
    page("accounts/new/", accounts.new, act="manage accounts", name="accounts_new"),
    page("accounts/<str:subject>/", accounts.account, act="see accounts", name="account"),
    page("accounts/<str:subject>/role/", accounts.role, act="manage accounts", name="account_role"),
    page("accounts/<str:subject>/switch/", accounts.switch, act="manage accounts", name="account_switch"),
    page(
        "accounts/<str:subject>/password/",
        accounts.new_password,
        act="manage accounts",
        name="account_new_password",
    ),
    page(
        "accounts/<str:subject>/second-factor/",
        accounts.new_factor,
        act="manage accounts",
        name="account_new_factor",
    ),
    page("referrals/", referrals.referrals, act="see referrals", name="referrals"),
    page("referrals/answer/", referral_answer.answer, act="answer referrals", name="referrals_answer"),
    page("refer/", refer.start, act="read how to refer", name="refer"),
    page("refer/leave/", refer.leave, act="read how to refer", name="refer_leave"),
    page("refer/danger/", refer.danger, act="make referral", name="refer_danger"),
    page("refer/ring/", refer.ring, act="make referral", name="refer_ring"),
    page("refer/who/", partial(refer.step, step="who"), act="make referral", name="refer_who"),
    page("refer/where/", partial(refer.step, step="where"), act="make referral", name="refer_where"),
    page("refer/concern/", partial(refer.step, step="concern"), act="make referral", name="refer_concern"),
    page("refer/you/", partial(refer.step, step="you"), act="make referral", name="refer_you"),
    page("refer/check/", refer.check, act="make referral", name="refer_check"),
    page("refer/signs/", refer.signs, act="make referral", name="refer_signs"),
    page("refer/files/", refer.files, act="make referral", name="refer_files"),
    page("refer/aside/", refer.aside, act="make referral", name="refer_aside"),
    page("refer/back/", refer.come_back, act="return to referral", name="refer_back"),
    page("received/", received.received, act="see received", name="received"),
    page("received/<str:subject>/", received.one, act="see received", name="received_one"),
    page("received/<str:subject>/picture/", received.picture, act="see received", name="received_picture"),
    page(
        "received/<str:subject>/take-up/", received.take_up, act="take up received", name="received_take_up"
    ),
    page("received/<str:subject>/close/", received.close, act="take up received", name="received_close"),
    page("received/<str:subject>/tell/", received.tell, act="take up received", name="received_tell"),
    page("partners/", partners.partners, act="admit partners", name="partners"),
    page("guide/", guide.guide, act="read guide", name="guide"),
    page("guide/whole/", guide.whole, act="read guide", name="guide_whole"),
    page("guide/<str:kind>/", guide.kind, act="read guide", name="guide_kind"),
    page("methods/", methods.methods, act="see methods", name="methods"),
    page("permissions/", access.permissions, act="see permissions", name="permissions"),
    page("security/tokens/", tokens.tokens, act="see tokens", name="tokens"),
    page("security/tokens/new/", tokens.new, act="see tokens", name="token_new"),
    page("security/tokens/make/", tokens.make, act="make token", name="token_make"),
    page("security/tokens/end/", tokens.end, act="end token", name="token_end"),
    page("api/", api.about, act="see api", name="about_api"),
    *v1.ROUTES,
]

if settings.OIDC:
    from clewline.site.elsewhere import ELSEWHERE

    urlpatterns += ELSEWHERE

handler400 = refusals.bad_request
handler403 = refusals.not_found
handler404 = refusals.not_found
handler500 = refusals.failed
