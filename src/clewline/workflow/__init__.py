"""What a person can ask Clewline to do: one file per act. Each act reads, thinks, and appends."""
