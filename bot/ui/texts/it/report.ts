import type { report as english } from '../en/report.ts';
import type { Translation } from '../write.ts';

export const report = {
  title: 'Segnala un problema',
  what: 'Che cosa non va?',
  where: 'Dove si trova?',
  reportFor: 'Segnala per conto di',
  reportForHint:
    'La persona che riceve la scheda e ogni aggiornamento. Lasciare vuoto per segnalare a proprio nome.',
  followUp: 'Diventa un nuovo ticket, che riprende il ticket #{number}.',
  onlyThisMessage:
    'Viene allegato solo questo messaggio: l’app non fa parte della conversazione e non può leggere il thread.',
  hint: {
    first: 'Dalla descrizione dipende a quale ufficio arriva il ticket.',
    category: 'Sembra: {category}.',
    unsure: 'Potrebbe essere {first} oppure {second}. Se resta un dubbio, lo chiederemo.',
    twoProblems:
      'Sembrano due problemi: {first} e {second}. Dopo l’invio si possono segnalare separatamente.',
  },
  answer: { question: 'Può essere utile? {title}', solved: 'Ho risolto così' },
  offers: {
    heading: 'È uno di questi? Con «Anche a me» si ricevono gli aggiornamenti.',
    asked:
      'Forse è già stato segnalato. Se il problema è lo stesso, premere «Anche a me». Altrimenti premere di nuovo Invia.',
    sameHere: 'Anche a me',
    sameHereLabel: 'Anche a me: ticket #{number}',
    different: 'No, il mio è diverso',
    new: 'nuovo',
  },
} satisfies Translation<typeof english>;
