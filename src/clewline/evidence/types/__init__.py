"""The evidence types: ONE FILE each, named as the type. Combining them would need their dependence, and is not done."""
