"""Referrals that came by the public form, as those see them who answer for the area; none is a case until one of them
takes it up.
"""
