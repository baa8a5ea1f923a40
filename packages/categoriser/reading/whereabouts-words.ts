/** Words of how, when and where a writer can be reached, accents folded, in the five languages people write in. */
function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** What is said of where somebody sits or answers; a sentence of nothing else reports nothing. */
export const whereaboutsWords =
  wordsOf(`i m ll d me my mine we us our you your can could may will would always best
  usually normally mostly generally just simply easiest quickest way feel free happy gladly please pls kindly reach
  reachable reached find found catch contact contacted call ring text phone write mail email e message ping dm drop knock
  available around free here there at in on onto by via per through under with to of for from the a an and or
  else otherwise alternatively also either both if answer pick up desk office room lab building floor corner next door
  upstairs downstairs campus home site reception front common kitchen cafeteria canteen library foyer hall entrance lift lifts stairs next drop pop come poke knock hours consultation appointment teams slack zoom chat huddle signal whatsapp telegram skype mobile
  mob cell phone telephone landline extension ext number voicemail line day days week weeks today tomorrow tonight
  morning mornings afternoon afternoons evening evenings noon midday lunch lunchtime early late every each all most whole
  until till til before after between about around roughly half quarter past o clock am pm h hrs hours hour time
  times anytime any only except weekdays weekday weekend weekends term one two three four five six seven eight nine ten
  eleven twelve first second third fourth ground top
  ich bin mich mir mein meine meinem meinen meiner du sie ihr euch ihnen man wir uns unser kann konnt konnen darf durft
  erreiche erreichst erreicht erreichen erreichbar finde findet finden findest triffst trefft treffen anzutreffen antreffen
  sitze sitzen schreib schreibt schreiben ruf ruft rufen anrufen an anruf einfach gern gerne jederzeit immer meist meistens
  am besten sonst ansonsten oder und auch per uber unter unterm im in der die das dem den des ein einen einem einer vor von
  vom bis zu zur zum nach ab um auf bei beim mit buro raum zimmer haus gebaude stock etage og eg ug labor sekretariat
  schreibtisch platz ort handy mobil mobilnummer telefon telefonisch festnetz durchwahl nebenstelle apparat nummer chat mail
  heute morgen morgens vormittag vormittags nachmittag nachmittags abend abends mittag mittags danach davor tag tage taglich
  ganzen ganztags woche uhr halb viertel zwischen wochentags werktags nur ausser ersten zweiten dritten vierten duzen siezen
  bitte sprechzeit sprechzeiten sprechstunde sprechstunden burozeit burozeiten vereinbarung termin nach erwische erwischt erwischst
  klopft klopf einfach vorlesung vorlesungen seminar seminaren foyer mensa bibliothek cafeteria
  ricevo ricevimento appuntamento previo studio biblioteca bar mensa lezione atrio
  io mi ci me sono saro siamo il lo la le i gli l un una mio mia miei mie vostra vostro potete puoi puo si trovate trova
  trovi trovarmi trovare raggiungibile raggiungermi raggiungere reperibile disponibile contattarmi contattare contattatemi
  chiamarmi chiamatemi chiamare telefonarmi scrivermi scrivetemi scrivere passate passare pure anche oppure o e ed altrimenti
  sempre solo di da dal dalla dalle dei del della delle al allo alla alle ai a in nel nella su sul sulla tra fra fino per
  via ufficio stanza aula segreteria laboratorio edificio piano primo secondo terzo quarto terra portineria reception
  sportello sede tavolo cellulare telefono interno numero mail posta whatsapp tutti tutte tutto giorni giorno settimana
  mattina mattine mattino mattinata pomeriggio pomeriggi sera sere oggi domani ora ore mezzogiorno mezza dopo prima orario
  suelo tutorias cita previa cafeteria biblioteca vestibulo conserjeria preguntad preguntar partir facultad
  yo estoy estare estamos me mi mis nos os te se vos usted ustedes pueden puede podeis puedes podran localizarme localizar
  localizable contactarme contactar contactarnos encontrarme encontrar encontrareis encontrareis escribirme escribir
  escribidme llamarme llamar llamadme pasar pasaros siempre tambien o u y e bien sino en el la los las lo al del de desde
  hasta a por para con entre sobre despacho aula sala laboratorio edificio planta primera segunda tercera conserjeria
  secretaria mesa sitio movil telefono fijo extension correo chat todo todos toda todas dia dias semana manana mananas
  tarde tardes noche hoy mediodia media hora horas dos tres cuatro cinco seis siete ocho nueve diez once doce antes despues
  permanence permanences rendez bibliotheque cafeteria cafet hall deuxieme premier troisieme message
  je suis serai j nous vous tu pouvez peux peut me m mon ma mes moi joignable joindre trouver trouvez trouve trouverez
  contacter appeler ecrire passer disponible present presente toujours aussi ou et soit sinon egalement a au aux en dans sur
  sous par chez de du des d la le les l un une entre jusqu jusque avant apres vers des partir bureau salle labo laboratoire
  batiment etage accueil secretariat place poste portable mobile telephone ligne fixe numero mail courriel tous toutes tout
  jour jours semaine matin matins matinee midi apres soir soirs heure heures h demain aujourd hui sur site
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays tuesdays
  wednesdays thursdays fridays montag dienstag mittwoch donnerstag freitag samstag sonntag montags dienstags mittwochs
  donnerstags freitags mo di mi do fr sa so lunedi martedi mercoledi giovedi venerdi sabato domenica lun mar mer gio ven
  sab dom lunes martes miercoles jueves viernes sabado domingo mie jue vie lundi mardi mercredi jeudi vendredi samedi
  dimanche jeu`);

/** What else is said of an absence. */
export const absenceWords =
  wordsOf(`out of away annual parental maternity paternity sick leave holiday holidays vacation
  ooo travelling traveling abroad currently back again return returning limited access with have will be am inclusive
  including
  abwesend urlaub elternzeit dienstreise einschliesslich inklusive zuruck wieder nicht derzeit momentan aktuell
  eingeschrankt eingeschranktem zugriff habe werde bin meine mails
  ferie fuori assente congedo trasferta missione compreso incluso rientro rientrero limitato accesso ho posta
  vacaciones fuera ausente baja permiso viaje inclusive vuelvo regreso volvere acceso limitado tengo oficina correo
  absent absente conge conges vacances deplacement inclus retour reviens acces limite ai messagerie
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec januar februar marz mai juni juli oktober dezember gennaio febbraio marzo aprile maggio giugno luglio
  agosto settembre ottobre novembre dicembre enero febrero abril mayo junio julio septiembre octubre noviembre diciembre
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre`);
