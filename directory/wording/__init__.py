"""What we say: labels, hours as sentences, and the card that every door shows."""
