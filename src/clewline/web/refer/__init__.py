"""The public form of referral: one thing a page, for somebody who has never seen the site."""
