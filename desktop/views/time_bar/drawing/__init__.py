"""What the track draws, and where it stands."""
