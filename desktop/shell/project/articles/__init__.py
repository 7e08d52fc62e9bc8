"""What a person decides on articles besides their claims: parts, bases, reading again."""
