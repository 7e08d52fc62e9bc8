"""What a text is made of for dates: tokens, lines, and the words that count."""
