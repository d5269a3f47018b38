/** Help, and the way to the home screen. */

export const HELP = {
  "Hur loggar jag?": "How do I log?",
  "Har du gjort samma sak förut: tryck på raden under Igen. Den sparas genast.":
    "If you have done the same before: tap its row under Again. It is saved at once.",
  "Annars: tryck på Ny, välj vad, var och hur länge, och tryck på Spara. Det troligaste är redan valt.":
    "Otherwise: tap New, choose what, where and how long, and tap Save. What is most likely is chosen already.",
  "De tre prickarna, eller ett långt tryck på raden, öppnar den ifylld, så att du kan ändra innan du sparar.":
    "The three dots, or a long press on the row, open it filled in, so that you can change it before you save.",
  "Hur loggar jag närvaro?": "How do I log presence?",
  "Tryck på Starta närvaro när ni börjar och på Avsluta när ni slutar. Finns inte knappen: tryck på Ny, Start–stopp och Starta nu.":
    "Tap Start presence when you begin and Stop when you end. If the button is not there: tap New, Start–stop and Start now.",
  "Tiden går även när appen är stängd. Glömmer du att avsluta frågar Fältlogg senare när närvaron slutade.":
    "The time runs while the app is closed, too. If you forget to stop, Fältlogg asks later when presence ended.",
  "Vad är Planerat i dag?": "What is Planned today?",
  "Det som aktivitetsplanen har för dagen. Gjort loggar det med ett tryck.":
    "What the activity plan has for the day. Done logs it in one tap.",
  "Tryck på raden för att ändra något innan det sparas, eller för att säga varför det inte blev av.":
    "Tap the row to change something before it is saved, or to say why it was not done.",
  "Vad gör skylten med en QR-kod?": "What does the sign with a QR code do?",
  "Rikta kameran mot den och öppna länken. Ny öppnas med platsen vald, och du trycker på Spara.":
    "Point the camera at it and open the link. New opens with the place chosen, and you tap Save.",
  "Vad händer utan nät?": "What happens without network?",
  "Du loggar som vanligt. Aktiviteten sparas i telefonen och ligger kvar där om appen stängs eller batteriet tar slut.":
    "You log as usual. The activity is saved on the phone and stays there if the app is closed or the battery runs out.",
  "När nätet är tillbaka och Fältlogg är öppen skickas allt av sig självt. Siffrorna under Läget är de senast hämtade; raden överst säger hur gamla de är.":
    "When the network is back and Fältlogg is open, everything is sent by itself. The figures are the last ones fetched; the line at the top says how old they are.",
  "Vad betyder väntar, skickad och behöver dig?": "What do waiting, sent and for you to settle mean?",
  "Väntar: sparad i telefonen men inte mottagen än. Du behöver inte göra något.":
    "Waiting: saved on the phone but not received yet. You need not do anything.",
  "Skickad: servern har kvitterat just den aktiviteten. Den finns kvar även om telefonen försvinner.":
    "Sent: the server has given a receipt for that very activity. It remains even if the phone is lost.",
  "Behöver dig: något måste rättas innan den räknas. Den ligger överst under Mina, med en mening om vad och en knapp.":
    "For you to settle: something has to be put right before it counts. It stands first under Mine, with one sentence and one button.",
  "Hos samordnaren: mottagen, men en människa ser på den innan den räknas.":
    "With the coordinator: received, but a person looks at it before it counts.",
  "Hur ångrar, ändrar eller tar jag bort?": "How do I undo, change or remove?",
  "Direkt efter att du sparat: tryck på Ångra inom 10 sekunder.":
    "Right after saving: tap Undo within 10 seconds.",
  "Senare: öppna aktiviteten under Mina och välj Ändra eller Ta bort. Det går utan nät. Har aktiviteten räknats tas den bort ur siffran.":
    "Later: open the activity under Mine and choose Change or Remove. It works without network. If it was counted, it is taken out of the figure.",
  "Jag glömde logga. Går det i efterhand?": "I forgot to log. Can I do it afterwards?",
  "Ja. Tryck på Ny och på tiden uppe till höger, och välj dag och klockslag. Den räknas på dagen då den gjordes.":
    "Yes. Tap New and the time at the top right, and choose day and time. It counts on the day it was done.",
  "Det står fel namn. Vad gör jag?": "The name is wrong. What do I do?",
  "Tryck på Inte du? på Logga och logga ut. Nästa person loggar för sig och ser inget av det som andra loggat.":
    "Tap Not you? on Log and sign out. The next person logs separately and sees nothing of what others logged.",
  "Det som väntar ligger kvar och skickas när rätt person loggar in här igen.":
    "What waits stays and is sent when the right person signs in here again.",
  "Inloggningen har gått ut. Måste jag logga in för att logga?":
    "The sign-in has expired. Do I have to sign in to log?",
  "Nej. Det går alltid att spara. Bara sändningen väntar, tills du har loggat in igen.":
    "No. You can always save. Only the sending waits, until you have signed in again.",
  "Jag har fått en ny telefon.": "I have got a new phone.",
  "Logga in på den nya. Det som är skickat hämtas dit. Öppna sedan den gamla med nät, så att det som väntar där skickas.":
    "Sign in on the new one. What is sent is fetched there. Then open the old one with network, so that what waits there is sent.",
  "Kan den gamla inte skicka: gå till Mer på den, spara en kopia av det som väntar, och skicka in kopian under Mer på den nya.":
    "If the old one cannot send: go to More on it, save a copy of what waits, and hand in the copy under More on the new one.",
  "Jag har tappat telefonen.": "I have lost the phone.",
  "Säg till din samordnare eller administratör, så spärras den. Det som är skickat finns kvar. Det som väntade i den kan behöva loggas igen.":
    "Tell your coordinator or administrator, and it is blocked. What is sent remains. What waited on it may have to be logged again.",
  "Vad räknas, och varför räknas inte min aktivitet?": "What counts, and why does my activity not count?",
  "Varje åtagande har en regel om typ, plats, tid och vilka som deltog. Ny säger före Spara vad aktiviteten räknas mot, eller varför inte. Servern avgör.":
    "Each commitment has a rule on type, place, time and who took part. Before Save, New says what the activity counts towards, or why not. The server decides.",
  "Öppna ett åtagande under Läget för att läsa dess regel. Det som inte räknas är ändå värt att logga: det visar vad som gjorts.":
    "Open a commitment under Figures to read its rule. What does not count is still worth logging: it shows what was done.",
  "Vem ser det jag loggar, och vad sparas?": "Who sees what I log, and what is kept?",
  "Du ser ditt eget. Samordnaren och områdeschefen ser aktiviteterna i sin kommun och sitt område. Anteckning och namn visas bara inom den egna organisationen. Kollegor ser inte vad du loggat.":
    "You see your own. The coordinator and the district chief see the activities of their municipality and district. Notes and names are shown within the own organisation only. Colleagues do not see what you logged.",
  "Medborgarna ser siffror per löfte, aldrig vem som gjorde något. Ingen rangordnas.":
    "Citizens see figures per pledge, never who did something. Nobody is ranked.",
  "Telefonens position sorterar platserna och lämnar inte telefonen. Bara när du föreslår en ny plats kan du välja att ta med den, avrundad till ungefär 100 meter.":
    "The phone’s position sorts the places and does not leave the phone. Only when you propose a new place can you choose to include it, rounded to about 100 metres.",
  "Skriv inget om enskilda personer. Personnummer, registreringsnummer, telefonnummer och e-post stoppas innan de sparas.":
    "Write nothing about individuals. Personal identity numbers, number plates, phone numbers and e-mail addresses are stopped before they are saved.",
  "Dina aktiviteter ligger {0} dagar i telefonen. Din organisation bestämmer hur länge de sparas på servern.":
    "Your activities stay on the phone for {0} days. Your organisation decides how long they are kept on the server.",
  "Telefonen säger att den är full.": "The phone says that it is full.",
  "Det som redan är sparat ligger kvar. Ta bort bilder eller appar och försök igen, eller spara en kopia av det som väntar under Mer.":
    "What is already saved is still there. Remove pictures or apps and try again, or save a copy of what waits under More.",
  "Öva utan att något sparas": "Practise without anything being saved",

  // The home screen.
  "Hur lägger jag Fältlogg på hemskärmen?": "How do I put Fältlogg on the home screen?",
  Installera: "Install",
  Hemskärmen: "The home screen",
  "Inte nu": "Not now",
  "Från hemskärmen öppnas den utan nät, och webbläsaren behåller det som sparas.":
    "From the home screen it opens without network, and the browser keeps what is saved.",
  "Tryck på Dela i Safari, välj Lägg till på hemskärmen och tryck på Lägg till. Öppna den därifrån medan du har nät, och logga in igen om den frågar.":
    "Tap Share in Safari, choose Add to Home Screen and tap Add. Open it from there while you have network, and sign in again if it asks.",
  "Öppna webbläsarens meny med tre punkter och välj Lägg till på startskärmen eller Installera app.":
    "Open the browser’s menu with three dots and choose Add to Home screen or Install app.",
  "Öppna menyn med tre punkter i Firefox och välj Lägg till på startskärmen.":
    "Open the menu with three dots in Firefox and choose Add to Home screen.",
  "Öppna Arkiv i menyraden och välj Lägg till i Dock.": "Open File in the menu bar and choose Add to Dock.",
  "Firefox på datorn installerar inga appar. Spara sidan som bokmärke, eller öppna den i Chrome eller Edge.":
    "Firefox on a computer installs no apps. Keep the page as a bookmark, or open it in Chrome or Edge.",
  "Tryck på installationsikonen i adressfältet, eller öppna menyn och välj Installera Fältlogg.":
    "Press the install icon in the address bar, or open the menu and choose Install Fältlogg.",
  "iPhone och iPad": "iPhone and iPad",
  "Android med Chrome, Edge eller Samsung Internet": "Android with Chrome, Edge or Samsung Internet",
  "Android med Firefox": "Android with Firefox",
  "Dator med Chrome eller Edge": "Computer with Chrome or Edge",
  "Mac med Safari": "Mac with Safari",
  "Dator med Firefox": "Computer with Firefox",
};
