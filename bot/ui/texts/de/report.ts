import type { Translation } from '@campus-desk/service-kit';
import type { report as english } from '../en/report.ts';

export const report = {
  title: 'Problem melden',
  what: 'Was ist das Problem?',
  where: 'Wo ist es?',
  reportFor: 'Melden für',
  reportForHint:
    'Diese Person bekommt die Karte und eine Nachricht zu jedem Schritt. Leer lassen, um es selbst zu melden.',
  hideName: {
    mine: 'Meinen Namen verbergen',
    theirs: 'Namen verbergen',
    myName: 'Wer sieht Ihren Namen?',
    theirName: 'Wer sieht den Namen?',
    hint: 'Andere lesen dann „Jemand“. Der Helpdesk sieht den Namen immer.',
  },
  followUp:
    'Schreiben Sie, was noch nicht stimmt. Daraus wird ein neues Ticket, das an Ticket #{number} anschließt.',
  onlyThisMessage:
    'Nur diese Nachricht kommt mit: Die App ist nicht in der Unterhaltung und kann den Thread nicht lesen.',
  hint: {
    first: 'Ihre Worte entscheiden, welches Team das Ticket bekommt.',
    category: 'Sieht aus wie: {category}.',
    unsure: 'Könnte {first} oder {second} sein. Bleibt es unklar, fragen wir nach.',
    twoProblems:
      'Das klingt nach zwei Problemen: {first} und {second}. Nach dem Senden können Sie beide getrennt melden.',
  },
  answer: {
    earlier: 'Das hat anderen bei einem ähnlichen Problem geholfen:',
    question: 'Hilft das? {title}',
    solved: 'Das hat geholfen',
  },
  offers: {
    heading: 'Ist es eines davon? Mit „Betrifft mich auch“ erfahren Sie, wie es weitergeht.',
    asked:
      'Das ist vielleicht schon gemeldet. Ist es dasselbe, klicken Sie auf „Betrifft mich auch“. Wenn nicht, noch einmal auf Senden.',
    sameHere: 'Betrifft mich auch',
    sameHereLabel: 'Betrifft mich auch: Ticket #{number}',
    different: 'Nein, meins ist etwas anderes',
    new: 'neu',
  },
  filed: {
    title: 'Gemeldet: #{number}',
    category: 'Die Kategorie ist {category}.',
    categoryAndPlace: 'Die Kategorie ist {category}, der Ort {place}.',
    thanks: 'Vielen Dank. Die Kategorie ist jetzt {category}.',
    away: 'Der Helpdesk ist gerade nicht besetzt. Er sieht die Meldung, sobald er wieder da ist: {at}.',
    seen: 'Der Helpdesk sieht das Ticket jetzt.',
    card: 'Die Karte ändert sich mit jedem Schritt, und was Sie in ihrem Thread schreiben, erreicht den Helpdesk.',
    cardInDirectMessages:
      'Die Karte steht in Ihren Direktnachrichten mit dieser App: Sie ändert sich mit jedem Schritt, und was Sie in ihrem Thread schreiben, erreicht den Helpdesk.',
    cardInThread:
      'Die Karte steht im Thread der Nachricht: Sie ändert sich mit jedem Schritt, und was Sie in ihrem Thread schreiben, erreicht den Helpdesk.',
    cardOf:
      '{name} bekommt die Karte und eine Nachricht zu jedem Schritt in den Direktnachrichten mit dieser App.',
    later: 'Um es später zu sehen, geben Sie {command} ein',
    madeAlready:
      'Aus dieser Nachricht ist schon ein Ticket entstanden. Schließen Sie dieses Fenster und ergänzen Sie im Ticket, was noch fehlt.',
  },
  category: {
    question: 'Die Kategorie ist nur eine Vermutung. Worum geht es?',
    else: 'Etwas anderes',
    elseLabel: 'Etwas anderes: {category}',
  },
  twoProblems: {
    heading: 'Das klingt nach zwei Problemen:',
    separately: 'Beide getrennt melden',
    keep: 'Zusammen lassen',
    title: 'Zwei Tickets gemeldet',
    ticket: '{ticket} mit der Kategorie {category}',
    followsUp: 'Ticket #{second} schließt an Ticket #{first} an.',
  },
  joined: {
    title: 'Mitgemeldet: #{number}',
    follower:
      'Sie haben sich Ticket #{number} angeschlossen. Sie erfahren, wann die Arbeit beginnt, wann sie erledigt ist und was der Helpdesk allen antwortet.',
    followerFor:
      '{name} hat sich Ticket #{number} angeschlossen und erfährt, wann die Arbeit beginnt, wann sie erledigt ist und was der Helpdesk allen antwortet.',
    reporter: 'Ticket #{number} haben Sie selbst gemeldet; Sie erfahren von jedem Schritt.',
    reporterFor: '{name} hat Ticket #{number} gemeldet und erfährt von jedem Schritt.',
    people: '{people} haben dieses Problem.',
    later: 'Es gibt kein zweites Ticket. Um dieses später zu sehen, geben Sie {command} ein',
    leave: 'Betrifft mich nicht mehr',
    left: 'Über Ticket #{number} erfahren Sie nichts mehr.',
    stays: 'Über Ticket #{number} erfahren Sie alles, solange Ihr Ticket #{own} ein Duplikat davon ist.',
  },
  solved: {
    title: 'Nichts zu melden',
    thanks: 'Schön, dass es läuft! Es wurde nichts gemeldet. Kommt es wieder, melden Sie es jederzeit.',
  },
} satisfies Translation<typeof english>;
