"""What is handed over on paper or as a file: sheets, accounts, packs and workbooks."""
