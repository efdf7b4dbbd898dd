"""Other people's forms: what a social worker hands over, as a link, a sheet, a contact, a table or a message."""
