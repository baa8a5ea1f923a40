/** Words of notices below mails, accents folded, in the five languages people write in. */
function wordsOf(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** How words begin that stand in notices about confidentiality and in disclaimers; two of them make one. */
export const noticeStems =
  wordsOf(`message email mail attachment file content view opinion author recipient addressee
  sender intend confidential privileg privacy liab disclos dissemin distribut unauthori copies copying delete destroy
  notify error mistake virus prohibit forbidden permitted nachricht anhang anhange inhalt ansicht meinung verfasser empfanger adressat absender
  bestimmt vertraulich haft weitergab unbefugt kopie losch vernicht irrtum benachrichtig informier
  untersagt verboten gestattet   messagg allegat contenut opinion autor destinatar mittent riservat confidenzial responsabil divulg diffusion
  autorizzat copi cancell distrugg avvis errore vietat proibit mensaje correo archiv adjunt contenid remitente dirigid confidenc
  responsab autoriz elimin destru borr comunic
  prohib   courriel piece contenu auteur expediteur destin confidentiel confidentialit autoris supprim detrui avert erreur interdit`);

/** Somebody who speaks for themselves writes no notice. */
export const firstPersonWords: ReadonlySet<string> = new Set(
  wordsOf(`i im ive my mine me ich mir mich mein meine meinem meinen meiner meines io mio mia miei mie mi yo mis
  je j mon ma mes`),
);

/** Forms of companies. */
export const companyForm =
  /(?<!\p{L})(?:charit(?:y|able)|körperschaft|ltd|limited|plc|llc|inc|gmbh|mbh|ag|kg|e\.\s?v|s\.\s?p\.\s?a|spa|s\.\s?r\.\s?l|srl|s\.\s?a(?:\.\s?s)?|sas|sarl|s\.\s?l(?:\.\s?u)?|slu)(?!\p{L})/iu;

/** How words begin that say where a company is registered. */
export const registerStems =
  wordsOf(`registered registration vat amtsgericht registergericht handelsregister hrb hra sitz
  geschaftsfuhr vorstand aufsichtsrat ust vertreten umsatzsteuer steuernummer sede legale capitale soc piva iva partita codice fiscale
  rea registro mercantil tomo folio inscrita cif nif capital siege siret siren rcs tva`);

/** A sentence with one of these reports something. */
export const denyingWords: ReadonlySet<string> = new Set(
  wordsOf(`not never cannot cant dont doesnt didnt isnt wasnt wont nobody nothing wrong broken missing without
  nicht kein keine keinen nie niemand nichts falsch kaputt defekt fehlt ohne non mai nessuno niente sbagliato sbagliata
  rotto rotta manca senza nunca nadie nada incorrecto equivocado roto rota falta sin ne pas jamais personne rien faux
  fausse casse cassee manque sans`),
);
