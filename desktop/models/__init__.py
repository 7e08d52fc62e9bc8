"""Qt models that adapt geodata's lists; they own nothing."""
