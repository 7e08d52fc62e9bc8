"""The rules that find time expressions among the tokens."""
