"""Word lists: how names are spelled, which towns are capitals, what media are called."""
