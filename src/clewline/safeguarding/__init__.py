"""How people are protected: pure rules over what is recorded. No score, no rank, nothing that decides for a person."""
