"""Django's view of the tables of accounts, memberships, tokens, saved searches and the access log."""

from clewline.store.accounts.account import Account
from clewline.store.accounts.look import Look, LookHead
from clewline.store.accounts.member import Member, SealedCase
from clewline.store.accounts.saved import SavedSearch
from clewline.store.accounts.token import ApiToken

__all__ = ["Account", "ApiToken", "Look", "LookHead", "Member", "SavedSearch", "SealedCase"]
