import type { Translation } from '@campus-desk/service-kit';
import type { commands as english } from '../en/commands.ts';

export const commands = {
  typed: 'Testo inserito: {typed}',
  noStatus:
    'Lo stato «{status}» non esiste. Scrivere `{command} elenco aperti` (oppure `attivi`, `chiusi`, `tutti`).',
  closedAsHelpdesk:
    'I ticket chiusi sono visibili solo all’assistenza. Scrivere `{command} elenco chiusi come assistenza`.',
  syncWhich: 'Indicare il ticket, ad esempio `{command} sincronizza 12`.',
  pressButton:
    'Aprire il ticket e premere il pulsante: `{command} {number}`, oppure `{command} {number} come assistenza`.',
  searchWhat: 'Indicare che cosa cercare, ad esempio `{command} cerca wifi`.',
  searchTooLong:
    'La ricerca è troppo lunga. Bastano poche parole, ad esempio `{command} cerca wifi biblioteca`.',
  noRole:
    'Il ruolo «{role}» non esiste. Scrivere `come assistenza` o `come utente`, ad esempio `{command} elenco come assistenza`.',
  noTicket: 'Il ticket #{number} non esiste. Con `{command} elenco` si vedono i ticket.',
  help: {
    heading: 'Che cosa si può scrivere:',
    report:
      '`{command} il wifi in biblioteca non funziona`: segnala un problema, con il testo già inserito nel modulo',
    entrance: '`{command}`: prima si sceglie il ruolo, poi che cosa fare',
    list: '`{command} elenco`: i ticket; anche `elenco aperti`, `elenco attivi`, `elenco chiusi`, `elenco tutti`, `elenco miei`',
    ticket: '`{command} 12`: un singolo ticket e le azioni possibili',
    search:
      '`{command} cerca wifi biblioteca`: i ticket con queste parole, i più pertinenti per primi, anche con errori di battitura; `status:aperti category:informatica place:biblioteca from:@ada assignee:me` limitano la ricerca',
    sync: '`{command} sincronizza 12`: recupera i messaggi di un ticket che non sono arrivati',
    help: '`{command} aiuto`: questo elenco',
    roles:
      'Per agire come assistenza, terminare con `come assistenza`: ad esempio `{command} elenco come assistenza` (la coda) o `{command} elenco miei come assistenza` (i ticket assegnati a chi scrive). Altrimenti si agisce come utente.',
    threads:
      'Nei thread i comandi non funzionano. Lì basta scrivere: ciò che si scrive nel thread sotto una scheda arriva all’altra parte.',
  },
  sync: {
    comparing: 'Confronto del ticket #{number} con i suoi thread in Slack …',
    complete: 'Il ticket #{number} è completo.',
    recovered: '{count, plural, one {# messaggio recuperato} other {# messaggi recuperati}}',
  },
  stats: {
    help: 'Scrivere `{command} arretrato 36 ore`, `{command} arretrato 7 giorni informatica`, `{command} risoluzione 12`, `{command} risposta 12`, `{command} categorie`, `{command} tutto`, `{command} soddisfazione`, `{command} luoghi` o `{command} correzioni`; con il solo `{command}` si sceglie da un modulo.',
    asHelpdesk:
      'Le statistiche sono riservate all’assistenza. Scrivere `{command} arretrato 36 ore come assistenza`.',
    noAnalysis: 'L’analisi «{name}» non esiste.',
    categoriesNoPeriod:
      'Le categorie non hanno un periodo: contano i ticket in lavorazione adesso. Scrivere `{command} categorie`.',
    placesNoPeriod:
      'I luoghi non hanno un periodo: contano i ticket non ancora chiusi. Scrivere `{command} luoghi`.',
    correctionsPeriod: 'Le correzioni riguardano gli ultimi 12 mesi. Scrivere `{command} categoriser`.',
    noMonths: '«{typed}» non è un numero di mesi da 1 a 60. Scrivere `{command} {analysis} 12`.',
    noPeriod: '«{typed}» non è un periodo da 1h a {maxDays}. Scrivere `{command} {analysis} 36h`.',
    notPosted:
      'Non è stato possibile pubblicare le statistiche dove erano state richieste. Scrivere lì di nuovo {command}.',
  },
} satisfies Translation<typeof english>;
