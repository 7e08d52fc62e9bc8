"""How the window looks: tokens, theme, icons and fonts."""
