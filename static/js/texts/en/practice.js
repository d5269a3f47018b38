/** Practice. */

export const PRACTICE = {
  Övning: "Practice",
  "Övning: inget sparas på riktigt": "Practice: nothing is saved for real",
  "Avsluta övningen": "Stop practice",
  "Öva på": "Practise",
  "Allt fungerar": "Everything works",
  "Inget nät": "No network",
  "Inloggningen har gått ut": "The sign-in has expired",
  "Telefonen är full": "The phone is full",
  "Nästa aktivitet behöver dig": "The next one is for you to settle",
  "Pröva hur det är utan nät, när inloggningen har gått ut och när telefonen är full. Inget sparas på riktigt.":
    "Try what it is like without network, when the sign-in has expired and when the phone is full. Nothing is saved for real.",
  "Det som väntar ligger kvar och skickas när övningen är slut.":
    "What waits stays on the phone and is sent when practice is over.",
  "Börja öva": "Start practising",
  "Det här är en övning. Avsluta den för att byta person.": "This is practice. End it to change who logs.",
};
