import type { Translation } from '@campus-desk/service-kit';
import type { report as english } from '../en/report.ts';

export const report = {
  title: 'Segnala un problema',
  what: 'Che cosa non va?',
  where: 'Dove si trova?',
  reportFor: 'Segnala per conto di',
  reportForHint:
    'La persona che riceve la scheda e ogni aggiornamento. Lasciare vuoto per segnalare a proprio nome.',
  hideName: {
    mine: 'Nascondi il mio nome',
    theirs: 'Nascondi il nome',
    myName: 'Chi vede il nome?',
    theirName: 'Chi vede il nome?',
    hint: 'Gli altri leggono «Qualcuno». L’assistenza vede sempre il nome.',
  },
  followUp: 'Scrivere che cosa non va ancora. Diventa un nuovo ticket, che riprende il ticket #{number}.',
  onlyThisMessage:
    'Viene allegato solo questo messaggio: l’app non fa parte della conversazione e non può leggere il thread.',
  hint: {
    first: 'Dalla descrizione dipende a quale ufficio arriva il ticket.',
    category: 'Sembra: {category}.',
    unsure: 'Potrebbe essere {first} oppure {second}. Se resta un dubbio, lo chiederemo.',
    twoProblems:
      'Sembrano due problemi: {first} e {second}. Dopo l’invio si possono segnalare separatamente.',
  },
  answer: {
    earlier: 'Ad altri con un problema simile è servito questo:',
    question: 'Può essere utile? {title}',
    solved: 'Ho risolto così',
  },
  offers: {
    heading: 'È uno di questi? Con «Anche a me» si ricevono gli aggiornamenti.',
    asked:
      'Forse è già stato segnalato. Se il problema è lo stesso, premere «Anche a me». Altrimenti premere di nuovo Invia.',
    sameHere: 'Anche a me',
    sameHereLabel: 'Anche a me: ticket #{number}',
    different: 'No, il mio è diverso',
    new: 'nuovo',
  },
  filed: {
    title: 'Registrato: #{number}',
    category: 'La categoria è {category}.',
    categoryAndPlace: 'La categoria è {category}, il luogo {place}.',
    thanks: 'Grazie. Ora la categoria è {category}.',
    away: 'L’assistenza al momento non è in servizio. Vedrà il ticket al rientro: {at}.',
    seen: 'L’assistenza lo vede già.',
    card: 'La scheda si aggiorna a ogni passo e ciò che si scrive nel suo thread arriva all’assistenza.',
    cardInDirectMessages:
      'La scheda è nei messaggi diretti con questa app: si aggiorna a ogni passo e ciò che si scrive nel suo thread arriva all’assistenza.',
    cardInThread:
      'La scheda è nel thread del messaggio: si aggiorna a ogni passo e ciò che si scrive nel suo thread arriva all’assistenza.',
    cardOf: '{name} riceve la scheda e ogni aggiornamento nei propri messaggi diretti con questa app.',
    later: 'Per rivederlo più tardi, digitare {command}',
    madeAlready:
      'Da questo messaggio è già nato un ticket. Chiudere questa finestra e aggiungere al ticket quello che manca.',
  },
  category: {
    question: 'La categoria è solo un’ipotesi. Di che cosa si tratta?',
    else: 'Altro',
    elseLabel: 'Altro: {category}',
  },
  twoProblems: {
    heading: 'Sembrano due problemi:',
    separately: 'Segnala separatamente',
    keep: 'Lascia un solo ticket',
    title: 'Due ticket registrati',
    ticket: '{ticket} con la categoria {category}',
    followsUp: 'Il ticket #{second} riprende il ticket #{first}.',
  },
  joined: {
    title: 'Anche a me: #{number}',
    follower:
      'Segnalazione unita al ticket #{number}. Arriverà un messaggio all’inizio dei lavori, alla chiusura e per ogni risposta dell’assistenza rivolta a tutti.',
    followerFor:
      '{name} ora segue il ticket #{number} e riceverà un messaggio all’inizio dei lavori, alla chiusura e per ogni risposta dell’assistenza rivolta a tutti.',
    reporter: 'Il ticket #{number} è già una Sua segnalazione: riceverà ogni aggiornamento.',
    reporterFor: 'Il ticket #{number} è una segnalazione di {name}, che riceverà ogni aggiornamento.',
    people: '{people} hanno questo problema.',
    later: 'Non è stato aperto un secondo ticket. Per rivedere questo più tardi, digitare {command}',
    leave: 'Non mi riguarda più',
    left: 'Non riceverà più aggiornamenti sul ticket #{number}.',
    stays: 'Riceverà aggiornamenti sul ticket #{number} finché il Suo ticket #{own} ne è un duplicato.',
  },
  solved: {
    title: 'Niente da segnalare',
    thanks:
      'Bene, funziona! Non è stato registrato nulla. Se si ripresenta, lo si può segnalare quando si vuole.',
  },
} satisfies Translation<typeof english>;
