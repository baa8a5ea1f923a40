/**
 * What can be typed, by what it means: the English word first, then those of the other languages people read here, as an order
 * and as the verb of a dictionary.
 */
export const commandWords = {
  help: ['help', 'aiuto', 'hilfe', 'ayuda', 'aide'],
  report: [
    ...['new', 'report', 'nuovo', 'nuova', 'segnala', 'segnalare', 'neu', 'neue', 'melden', 'melde'],
    ...['nuevo', 'nueva', 'comunicar', 'comunica', 'nouveau', 'nouvelle', 'signaler', 'signale'],
  ],
  list: ['list', 'elenco', 'elenca', 'elencare', 'liste', 'auflisten', 'lista', 'listar', 'lister'],
  view: [
    ...[
      'view',
      'show',
      'open',
      'ticket',
      'mostra',
      'mostrare',
      'vedi',
      'apri',
      'zeigen',
      'zeige',
      'zeig',
      'öffnen',
      'öffne',
    ],
    ...['muestra', 'mostrar', 'ver', 'abrir', 'abre', 'affiche', 'afficher', 'voir', 'ouvrir', 'ouvre'],
  ],
  search: [
    ...['search', 'cerca', 'cercare', 'suchen', 'suche', 'buscar', 'busca', 'chercher', 'cherche'],
    'rechercher',
  ],
  /** Many a report begins with these: they search only together with a filter. */
  find: ['find', 'trova', 'trovare', 'finden', 'finde', 'trouver', 'trouve', 'recherche'],
  sync: [
    ...['sync', 'sincronizza', 'sincronizzare', 'abgleichen', 'synchronisieren', 'sincronizar', 'sincroniza'],
    ...['synchroniser', 'synchronise'],
  ],
} as const;

/** What is done with a button instead. */
export const buttonWords = {
  start: [
    ...['start', 'inizia', 'iniziare', 'starten', 'starte', 'beginnen', 'iniciar', 'inicia', 'empezar'],
    ...['démarrer', 'démarre', 'commencer', 'commence'],
  ],
  close: [
    ...['close', 'chiudi', 'chiudere', 'schließen', 'schließe', 'cerrar', 'cierra', 'fermer', 'ferme'],
    ...['clore', 'clôturer', 'clôture'],
  ],
  edit: [
    ...['edit', 'change', 'modifica', 'modificare', 'bearbeiten', 'bearbeite', 'ändern', 'ändere'],
    ...['editar', 'edita', 'modificar', 'modifier', 'modifie'],
  ],
  reply: [
    ...['reply', 'answer', 'rispondi', 'rispondere', 'antworten', 'antworte', 'responder', 'responde'],
    ...['répondre', 'réponds'],
  ],
  status: ['status', 'stato', 'estado', 'statut'],
  assign: [
    ...['assign', 'assegna', 'assegnare', 'zuweisen', 'asignar', 'asigna', 'assigner', 'assigne'],
    ...['attribuer', 'attribue'],
  ],
  reopen: ['reopen', 'riapri', 'riaprire', 'wiedereröffnen', 'reabrir', 'reabre', 'rouvrir', 'rouvre'],
  delete: [
    ...['delete', 'remove', 'elimina', 'eliminare', 'cancella', 'cancellare', 'löschen', 'lösche'],
    ...['eliminar', 'borrar', 'borra', 'supprimer', 'supprime'],
  ],
} as const;

/** Which tickets are listed: after the word for a list, or alone. */
export const listWords = {
  open: ['open', 'aperti', 'aperte', 'offen', 'offene', 'abiertos', 'abiertas', 'ouverts'],
  active: [
    'active',
    'attivi',
    'in lavorazione',
    'aktiv',
    'in Bearbeitung',
    'activos',
    'en curso',
    'en cours',
  ],
  closed: ['closed', 'chiusi', 'chiuse', 'geschlossen', 'geschlossene', 'cerrados', 'cerradas', 'clos'],
  all: ['all', 'tutti', 'tutte', 'alle', 'todos', 'todas', 'tous'],
  mine: ['mine', 'my', 'miei', 'mie', 'meine', 'mis', 'míos', 'mes', 'les miens'],
  queue: ['queue', 'coda', 'Warteschlange', 'cola', 'file', 'file d’attente'],
} as const;

/** What may follow the name of a list. */
export const ticketsWords = ['tickets', 'ticket', 'segnalazioni', 'Meldungen', 'incidencias'] as const;

/** Before the role in which somebody acts. */
export const asWords = ['as', 'come', 'als', 'como', 'comme', 'en tant que'] as const;

/** In which role somebody acts. */
export const roleWords = {
  user: ['user', 'utente', 'Nutzer', 'Nutzerin', 'usuario', 'usuaria', 'utilisateur', 'utilisatrice'],
  helpdesk: ['helpdesk', 'assistenza', 'soporte', 'assistance'],
} as const;

/** What the command for statistics is asked for. */
export const analysisWords = {
  backlog: ['backlog', 'arretrato', 'Rückstand', 'pendientes', 'arriéré'],
  resolution: ['resolution', 'risoluzione', 'Lösungszeit', 'resolución'],
  categories: ['categories', 'categorie', 'Kategorien', 'categorías', 'catégories'],
  response: ['response', 'risposta', 'Antwort', 'respuesta', 'réponse'],
  satisfaction: ['satisfaction', 'soddisfazione', 'Zufriedenheit', 'satisfacción'],
  places: ['places', 'luoghi', 'Orte', 'lugares', 'lieux'],
  corrections: ['corrections', 'correzioni', 'Korrekturen', 'correcciones'],
  categoriser: ['categoriser'],
  all: ['all', 'tutto', 'alles', 'todo', 'tout'],
} as const;

/** After the number of a period. */
export const unitWords = {
  hours: ['h', 'hour', 'hours', 'ora', 'ore', 'Std', 'Stunde', 'Stunden', 'hora', 'horas', 'heure', 'heures'],
  days: [
    ...['d', 'day', 'days', 'g', 'giorno', 'giorni', 't', 'Tag', 'Tage', 'Tagen'],
    ...['día', 'días', 'j', 'jour', 'jours'],
  ],
  months: ['m', 'month', 'months', 'mese', 'mesi', 'Monat', 'Monate', 'Monaten', 'mes', 'meses', 'mois'],
} as const;

/** Before the colon of a filter. */
export const filterWords = {
  status: ['status', 'stato', 'estado', 'statut'],
  category: ['category', 'categoria', 'Kategorie', 'categoría', 'catégorie'],
  place: ['place', 'luogo', 'Ort', 'lugar', 'lieu'],
  from: ['from', 'da', 'von', 'de'],
  assignee: ['assignee', 'assegnatario', 'zuständig', 'responsable'],
} as const;

/** In the place of a name. */
export const personWords = {
  me: ['me', 'io', 'ich', 'mí', 'yo', 'moi'],
  nobody: ['nobody', 'nessuno', 'niemand', 'niemandem', 'nadie', 'personne'],
} as const;

/** A category, in a filter and in statistics. */
export const categoryWords = {
  facility: ['facility', 'edifici', 'Gebäude', 'edificios', 'bâtiments'],
  it: ['it', 'informatica', 'Informatik', 'informática', 'informatique'],
  service: ['service', 'services', 'servizi', 'servizio', 'servicios', 'servicio'],
} as const;

/** Words as a part of a pattern, also without their accents; the longest first, so that none hides another. */
export function anyOf(words: readonly string[]): string {
  const spellings = words.flatMap(word => [word, fold(word)]);
  const sorted = [...new Set(spellings)].toSorted((a, b) => b.length - a.length);
  return sorted.map(word => word.replaceAll(' ', '\\s+').replaceAll(/['’]/g, "['’]")).join('|');
}

/** Every word of some meanings as a part of a pattern. */
export function anyIn(meanings: Record<string, readonly string[]>): string {
  return anyOf(Object.values(meanings).flat());
}

type MeaningOfInput<Meaning extends string> = {
  word: string;
  meanings: Record<Meaning, readonly string[]>;
};

/** What a typed word means, in any case and without its accents too; undefined where it is none of these. */
export function meaningOf<Meaning extends string>(input: MeaningOfInput<Meaning>): Meaning | undefined {
  const typed = fold(input.word);
  const entries = Object.entries<readonly string[]>(input.meanings);
  const found = entries.find(([, words]) => spellingsOf(words).has(typed));
  // The names of the record are the meanings.
  return found?.[0] as Meaning | undefined;
}

/** Lists as they are compared, each made once: in a long text every word may be looked up. */
const spellings = new WeakMap<readonly string[], ReadonlySet<string>>();

function spellingsOf(words: readonly string[]): ReadonlySet<string> {
  const known = spellings.get(words) ?? new Set(words.map(fold));
  spellings.set(words, known);
  return known;
}

/** A word as it is compared: small, without accents, with straight apostrophes and one space between its parts. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ');
}
