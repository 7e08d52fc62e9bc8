"""The controls beside the track: transport, days shown, step, typed date, known date."""
