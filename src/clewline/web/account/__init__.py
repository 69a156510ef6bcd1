"""How people get in: allauth's pages in our words, and what we ask beyond it."""
