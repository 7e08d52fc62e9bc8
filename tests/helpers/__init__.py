"""Small pages, builders and screens that several tests share."""
