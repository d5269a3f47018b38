/** Help: what officers ask, and the short answers. */

import { t } from "./texts.js";

/** @typedef {{id: string, question: string, answer: string[]}} Answer */

/** @param {number} days that entries stay on the phone @returns {Answer[]} what happens first, then what is rarer */
export const helpOf = (days) => [
  {
    id: "logga",
    question: t`Hur loggar jag?`,
    answer: [
      t`Har du gjort samma sak förut: tryck på raden under Igen. Den sparas genast.`,
      t`Annars: tryck på Ny, välj vad, var och hur länge, och tryck på Spara. Det troligaste är redan valt.`,
      t`De tre prickarna, eller ett långt tryck på raden, öppnar den ifylld, så att du kan ändra innan du sparar.`,
    ],
  },
  {
    id: "nat",
    question: t`Vad händer utan nät?`,
    answer: [
      t`Du loggar som vanligt. Aktiviteten sparas i telefonen och ligger kvar där om appen stängs eller batteriet tar slut.`,
      t`När nätet är tillbaka och Fältlogg är öppen skickas allt av sig självt. Siffrorna under Läget är de senast hämtade; raden överst säger hur gamla de är.`,
    ],
  },
  {
    id: "vantar",
    question: t`Vad betyder väntar, skickad och behöver dig?`,
    answer: [
      t`Väntar: sparad i telefonen men inte mottagen än. Du behöver inte göra något.`,
      t`Skickad: servern har kvitterat just den aktiviteten. Den finns kvar även om telefonen försvinner.`,
      t`Behöver dig: något måste rättas innan den räknas. Den ligger överst under Mina, med en mening om vad och en knapp.`,
      t`Hos samordnaren: mottagen, men en människa ser på den innan den räknas.`,
    ],
  },
  {
    id: "angra",
    question: t`Hur ångrar, ändrar eller tar jag bort?`,
    answer: [
      t`Direkt efter att du sparat: tryck på Ångra inom 10 sekunder.`,
      t`Senare: öppna aktiviteten under Mina och välj Ändra eller Ta bort. Det går utan nät. Har aktiviteten räknats tas den bort ur siffran.`,
    ],
  },
  {
    id: "glomt",
    question: t`Jag glömde logga. Går det i efterhand?`,
    answer: [
      t`Ja. Tryck på Ny och på tiden uppe till höger, och välj dag och klockslag. Den räknas på dagen då den gjordes.`,
    ],
  },
  {
    id: "narvaro",
    question: t`Hur loggar jag närvaro?`,
    answer: [
      t`Tryck på Starta närvaro när ni börjar och på Avsluta när ni slutar. Finns inte knappen: tryck på Ny, Start–stopp och Starta nu.`,
      t`Tiden går även när appen är stängd. Glömmer du att avsluta frågar Fältlogg senare när närvaron slutade.`,
    ],
  },
  {
    id: "planerat",
    question: t`Vad är Planerat i dag?`,
    answer: [
      t`Det som aktivitetsplanen har för dagen. Gjort loggar det med ett tryck.`,
      t`Tryck på raden för att ändra något innan det sparas, eller för att säga varför det inte blev av.`,
    ],
  },
  {
    id: "skylt",
    question: t`Vad gör skylten med en QR-kod?`,
    answer: [t`Rikta kameran mot den och öppna länken. Ny öppnas med platsen vald, och du trycker på Spara.`],
  },
  {
    id: "fel-person",
    question: t`Det står fel namn. Vad gör jag?`,
    answer: [
      t`Tryck på Inte du? på Logga och logga ut. Nästa person loggar för sig och ser inget av det som andra loggat.`,
      t`Det som väntar ligger kvar och skickas när rätt person loggar in här igen.`,
    ],
  },
  {
    id: "utloggad",
    question: t`Inloggningen har gått ut. Måste jag logga in för att logga?`,
    answer: [t`Nej. Det går alltid att spara. Bara sändningen väntar, tills du har loggat in igen.`],
  },
  {
    id: "ny-telefon",
    question: t`Jag har fått en ny telefon.`,
    answer: [
      t`Logga in på den nya. Det som är skickat hämtas dit. Öppna sedan den gamla med nät, så att det som väntar där skickas.`,
      t`Kan den gamla inte skicka: gå till Mer på den, spara en kopia av det som väntar, och skicka in kopian under Mer på den nya.`,
    ],
  },
  {
    id: "borttappad",
    question: t`Jag har tappat telefonen.`,
    answer: [
      t`Säg till din samordnare eller administratör, så spärras den. Det som är skickat finns kvar. Det som väntade i den kan behöva loggas igen.`,
    ],
  },
  {
    id: "raknas",
    question: t`Vad räknas, och varför räknas inte min aktivitet?`,
    answer: [
      t`Varje åtagande har en regel om typ, plats, tid och vilka som deltog. Ny säger före Spara vad aktiviteten räknas mot, eller varför inte. Servern avgör.`,
      t`Öppna ett åtagande under Läget för att läsa dess regel. Det som inte räknas är ändå värt att logga: det visar vad som gjorts.`,
    ],
  },
  {
    id: "uppgifter",
    question: t`Vem ser det jag loggar, och vad sparas?`,
    answer: [
      t`Du ser ditt eget. Samordnaren och områdeschefen ser aktiviteterna i sin kommun och sitt område. Anteckning och namn visas bara inom den egna organisationen. Kollegor ser inte vad du loggat.`,
      t`Medborgarna ser siffror per löfte, aldrig vem som gjorde något. Ingen rangordnas.`,
      t`Telefonens position sorterar platserna och lämnar inte telefonen. Bara när du föreslår en ny plats kan du välja att ta med den, avrundad till ungefär 100 meter.`,
      t`Skriv inget om enskilda personer. Personnummer, registreringsnummer, telefonnummer och e-post stoppas innan de sparas.`,
      t`Dina aktiviteter ligger ${days} dagar i telefonen. Din organisation bestämmer hur länge de sparas på servern.`,
    ],
  },
  {
    id: "fullt",
    question: t`Telefonen säger att den är full.`,
    answer: [
      t`Det som redan är sparat ligger kvar. Ta bort bilder eller appar och försök igen, eller spara en kopia av det som väntar under Mer.`,
    ],
  },
];
