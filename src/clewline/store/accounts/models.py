"""Django's view of the tables of accounts, memberships and the access log."""

from clewline.store.accounts.account import Account
from clewline.store.accounts.look import Look, LookHead
from clewline.store.accounts.member import Member, SealedCase

__all__ = ["Account", "Look", "LookHead", "Member", "SealedCase"]
