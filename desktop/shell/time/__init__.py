"""What a person can do with time, in menus and by keys; comparing two days."""
