/** Words that count for a category without naming a problem, accents folded, in the five languages people write in. */
export const vagueWords: ReadonlySet<string> = new Set(
  `no none nobody not nothing never without she he her him they them his hers someone somebody something anybody anyone
  anything everybody everyone everything people person man men woman women guy guys girl boy lady colleague colleagues
  thing things strange told tell tells said say says came come comes give gave given ask asked asking wrote write written
  show shows shown now get got found find one two week weeks month months hour hours minute minutes day days work works
  working be gone lot head hand hands foot back
  niemand keiner kein keine keinen nichts nie nicht ohne jemand etwas alle leute frau mann herr dame kollege kollegin
  kollegen sagt sagte sagen gesagt gekommen kommt gibt geben gegeben gefragt schreibe schrieb geschrieben zeigt zeigen
  woche wochen monat monate stunde stunden minute minuten tag tage geht gehen weg
  nessuno nessuna niente mai non senza qualcuno qualcosa tutti gente persona persone donna uomo signore signora collega
  colleghi detto dicono venuto dato chiesto scritto mostra mostrano settimana settimane mese mesi ora ore minuti giorno
  giorni va
  nulla nadie ningun ninguna nada nunca jamais sin alguien algo todos personas mujer hombre senor senora companero
  companera dicho dice dijo dijeron vino vinieron dado dieron pedido preguntado escrito muestra semana semanas mes meses
  hora horas minutos dia dias
  personne aucun aucune rien pas sans quelqu quelque chose tous gens femme homme monsieur madame collegue collegues dit
  disent venu donne demande ecrit affiche semaine semaines mois heure heures jour jours`.split(/\s+/),
);
