"""What is handed over on paper: the worker's sheet, the client's card and an empty referral form, as PDF."""
