/** Of this phone: what is kept, what was noticed, copies out and in, who may open it. */

export const PHONE = {
  "I telefonen": "On this phone",
  "aktivitet är inte mottagen": "activity is not received",
  "aktiviteter är inte mottagna": "activities are not received",
  "{0} än.": "{0} yet.",
  "Allt du loggat är mottaget.": "Everything you logged is received.",
  "Spara en kopia av det som väntar": "Save a copy of what waits",
  "Kopian är sparad.": "The copy is saved.",
  "Be webbläsaren behålla det": "Ask the browser to keep it",
  "Webbläsaren sa nej. Lägg Fältlogg på hemskärmen, så lovar den oftast.":
    "The browser said no. Put Fältlogg on the home screen, and it usually promises.",

  // How safely it is kept.
  " Det finns plats för {0} till.": " There is room for {0} more.",
  "Webbläsaren har lovat att behålla det som sparas.": "The browser has promised to keep what is saved.",
  "Webbläsaren har inte lovat att behålla det som sparas: den kan rensa om telefonen blir full.":
    "The browser has not promised to keep what is saved: it may clear it if the phone gets full.",
  "Fältlogg använder {0}.{1}": "Fältlogg uses {0}.{1}",
  "Spara en kopia av det som väntar.": "Save a copy of what waits.",
  "Ta bort något annat, så att det går att spara.": "Remove something else, so that there is room to save.",
  "Telefonen är nästan full. {0}": "The phone is almost full. {0}",

  // What the server noticed.
  "Jag ställer klockan": "I will set the clock",
  "Jag har läst": "I have read it",
  " till och med {0}": " up to and including {0}",
  "Webbläsaren har rensat det som låg i telefonen. Det som var skickat{0} är mottaget; det som inte hunnit skickas är borta.":
    "The browser has cleared what was on the phone. What was sent{0} is received; what had not been sent is gone.",
  "Någon har kopierat den här telefonens Fältlogg till en annan. Inget är förlorat: telefonen skickar under ett eget namn nu.":
    "Someone has copied this phone’s Fältlogg to another. Nothing is lost: the phone now sends under a name of its own.",
  "post ser annorlunda ut": "entry looks different",
  "poster ser annorlunda ut": "entries look different",
  "{0} hos servern än här. Säg till din samordnare.": "{0} at the server and here. Tell your coordinator.",
  minut: "minute",
  timme: "hour",
  timmar: "hours",
  dygn: "days",
  "Telefonens klocka går {0} fel. Ställ den på automatisk tid, så blir tiderna rätt.":
    "The phone’s clock is wrong by {0}. Set it to automatic time, and the times will be right.",
  "Nr {0} från den här telefonen saknas. Logga {1} igen om du saknar något.":
    "No. {0} from this phone is missing. Log {1} again if you miss something.",

  // The copy of another phone.
  "Har du en kopia från en annan telefon? Skicka in den här.":
    "Do you have a copy from another phone? Hand it in here.",
  "Skicka in en kopia": "Hand in a copy",
  "Skicka in": "Hand in",
  "Skickar in kopian.": "Handing in the copy.",
  "Inget svar. Filen är kvar: skicka in den när nätet är tillbaka.":
    "No answer. The file is still there: hand it in when the network is back.",
  "post kan inte läsas och tas": "entry cannot be read and is",
  "poster kan inte läsas och tas": "entries cannot be read and are",
  " {0} inte med.": " {0} left out.",
  "{0} från {1}, {2}.{3}": "{0} from {1}, {2}.{3}",
  "Filen är skadad och kan inte läsas. Inget är skickat. Hämta den på nytt från den gamla telefonen.":
    "The file is damaged and cannot be read. Nothing was sent. Get it again from the old phone.",
  "Filen är gjord av en nyare version av Fältlogg. Inget är skickat. Uppdatera appen här först.":
    "The file was made by a newer version of Fältlogg. Nothing was sent. Update the app here first.",
  "Filen är {0}, och du är {1}. Inget är skickat. {2} får skicka in den själv.":
    "The file belongs to {2}, and you are {1}. Nothing was sent. {2} may hand it in.",
  "Filen är någon annans. Inget är skickat.": "The file is someone else’s. Nothing was sent.",
  "Filen är gjord på den här telefonen. Det som finns i den ligger redan här och skickas härifrån.":
    "The file was made on this phone. What it holds is here already and is sent from here.",
  "Filen innehåller inget som väntar. Inget behöver skickas.":
    "The file holds nothing that waits. Nothing needs to be sent.",
  "Det här är ingen kopia från Fältlogg. Inget är skickat. Välj en fil som heter faltlogg och ett datum.":
    "This is no copy from Fältlogg. Nothing was sent. Choose a file named faltlogg and a date.",
  "post är mottagen och räknas när din samordnare har sett den.":
    "entry is received and counts once your coordinator has seen it.",
  "poster är mottagna och räknas när din samordnare har sett dem.":
    "entries are received and count once your coordinator has seen them.",
  "post är mottagen.": "entry is received.",
  "poster är mottagna.": "entries are received.",
  "post var redan mottagen.": "entry was received already.",
  "poster var redan mottagna.": "entries were received already.",
  "post krockar med en nyare ändring, som gäller.": "entry collides with a newer change, which stands.",
  "poster krockar med nyare ändringar, som gäller.": "entries collide with newer changes, which stand.",
  "post togs inte emot. Logga den på nytt om den ska räknas.":
    "entry was not received. Log it anew if it is to count.",
  "poster togs inte emot. Logga dem på nytt om de ska räknas.":
    "entries were not received. Log them anew if they are to count.",
  "post togs inte emot än. Skicka in filen igen.": "entry was not received yet. Hand in the file again.",
  "poster togs inte emot än. Skicka in filen igen.": "entries were not received yet. Hand in the file again.",
  "post är inte skickad": "entry was not sent",
  "poster är inte skickade": "entries were not sent",
  "Välj filen igen när nätet är tillbaka.": "Choose the file again when the network is back.",

  // Nobody here, or the log cannot be opened.
  "{0} loggar inte i någon kommun.": "{0} does not log in any municipality.",
  "Du är utloggad.": "You are signed out.",
  "1 aktivitet ligger kvar i telefonen. Den skickas när den som loggade den loggar in igen.":
    "1 activity is still on the phone. It is sent when the one who logged it signs in again.",
  "{0} aktiviteter ligger kvar i telefonen. De skickas när den som loggade dem loggar in igen.":
    "{0} activities are still on the phone. They are sent when the one who logged them signs in again.",
  "En äldre Fältlogg är öppen i en annan flik.": "An older Fältlogg is open in another tab.",
  "Stäng den fliken och försök igen. Det som är sparat ligger kvar.":
    "Close that tab and try again. What is saved is still there.",
  "Loggen i telefonen är gjord av en nyare Fältlogg.": "The log on the phone was made by a newer Fältlogg.",
  "Det som är sparat ligger kvar. Öppna igen med nät, så hämtas den nyare.":
    "What is saved is still there. Open again with network, and the newer one is fetched.",
  "Telefonens minne svarar inte.": "The phone’s storage does not answer.",
  "Det som är sparat ligger kvar. Försök igen om en stund.":
    "What is saved is still there. Try again in a while.",
  "Webbläsaren låter inte Fältlogg spara något.": "The browser does not let Fältlogg save anything.",
  "Stäng privat läge eller frigör plats på telefonen, och öppna igen.":
    "Close private mode or free some space on the phone, and open again.",
};
