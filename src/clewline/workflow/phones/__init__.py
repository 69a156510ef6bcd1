"""Acts on phone records: taken in under an authority, looked at, compared, and stated for a court."""
