"""What a place name does in its sentence."""
