"""One reader for each kind of claim, and one for statements that lean on another."""
