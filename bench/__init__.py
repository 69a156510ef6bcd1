"""Measurements against the numbers that Clewline has to reach; `make bench` runs them."""
