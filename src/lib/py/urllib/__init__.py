"""Working with URLs; urllib.parse takes them apart."""
