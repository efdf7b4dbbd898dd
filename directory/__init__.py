"""Hulpkaart: an open directory and referral map of help services in Flanders and Brussels."""
