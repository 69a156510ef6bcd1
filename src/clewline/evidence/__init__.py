"""What findings say about two propositions: ONE FILE per evidence type in `types/`, with its working and limits."""
