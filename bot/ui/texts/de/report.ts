import type { report as english } from '../en/report.ts';
import type { Translation } from '../write.ts';

export const report = {
  title: 'Problem melden',
  what: 'Was ist los?',
  where: 'Wo ist es?',
  reportFor: 'Melden für',
  reportForHint: 'Diese Person bekommt die Karte und jeden Schritt. Leer lassen, um es selbst zu melden.',
  followUp: 'Daraus wird ein neues Ticket, das an Ticket #{number} anschließt.',
  onlyThisMessage:
    'Nur diese Nachricht kommt mit: Die App ist nicht in der Unterhaltung und kann den Thread nicht lesen.',
  hint: {
    first: 'Ihre Worte entscheiden, welches Team das Ticket bekommt.',
    category: 'Sieht aus wie: {category}.',
    unsure: 'Könnte {first} oder {second} sein. Bleibt es unklar, fragen wir nach.',
    twoProblems:
      'Das klingt nach zwei Problemen: {first} und {second}. Nach dem Senden können Sie beide getrennt melden.',
  },
  answer: { question: 'Hilft das? {title}', solved: 'Das hat geholfen' },
  offers: {
    heading: 'Ist es eines davon? Mit „Betrifft mich auch“ erfahren Sie, wie es weitergeht.',
    asked:
      'Das ist vielleicht schon gemeldet. Ist es dasselbe, klicken Sie auf „Betrifft mich auch“. Wenn nicht, noch einmal auf Senden.',
    sameHere: 'Betrifft mich auch',
    sameHereLabel: 'Betrifft mich auch: Ticket #{number}',
    different: 'Nein, meins ist etwas anderes',
    new: 'neu',
  },
} satisfies Translation<typeof english>;
