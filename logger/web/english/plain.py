"""Signing in, the page for every "no", and what installs the phone."""

WORDS = {
    "Logga in – Fältlogg": "Sign in – Fältlogg",
    "Logga in": "Sign in",
    "E-post": "E-mail",
    "Lösenord": "Password",
    "Det du har loggat på telefonen ligger kvar och skickas när du har loggat in.": (
        "What you have logged stays on the phone and is sent when you have signed in."
    ),
    "{0} – Fältlogg": "{0} – Fältlogg",
    "Frågar du någon om felet, säg numret": "If you ask somebody about this, give the number",
    "Till startsidan": "To the start page",
    "Logga ut": "Sign out",
    "Logga det som gjorts för medborgarlöftet, med eller utan nät.": (
        "Log what has been done for the citizen pledge, with or without network."
    ),
    "Ny aktivitet": "New activity",
    "Flera på en gång": "Several at once",
    "Mina": "Mine",
    "Läget": "Figures",
}
