"""How figures are counted and evidence is weighed."""
