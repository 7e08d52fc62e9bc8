"""When an article appeared, as far as its text tells."""
