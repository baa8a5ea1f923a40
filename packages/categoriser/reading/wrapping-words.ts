/** Words of what stands around reports, accents folded, in the five languages people write in. */
function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** How a device says that it sent the mail. */
export const sendingWords = wordsOf(`sent get gotten typed written composed dictated posted gesendet versendet
  verschickt geschickt geschrieben verfasst getippt diktiert holen herunterladen inviato inviata scritto scritta
  scarica ottieni digitato enviado enviada escrito escrita obtener obten descargar descarga tecleado envoye envoyee
  ecrit redige telecharger telechargez obtenez tape envoi`);

/** What a device calls itself or its mail program. */
export const deviceWords =
  wordsOf(`iphone ipad ipod android samsung galaxy huawei xiaomi redmi oneplus pixel nokia
  blackberry motorola fairphone sony mobile mobil mobilfunkgerat mobilgerat mobiltelefon handy smartphone smartphones
  phone cellphone telefon telefono cellulare movil celular portable telephone tablet tableta tablette mac macbook
  watch outlook gmail yahoo proton protonmail thunderbird gmx web mailbird aol spark hotmail icloud bluemail ios
  windows unterwegs device gerat dispositivo appareil`);

/** What else stands in such a footer. */
export const footerWords =
  wordsOf(`from via by with my using on the a an for go move mail email app message this was
  has been is von vom mit meinem meiner dem der des einem aus fur diese dieser e nachricht wurde ist per da dal dalla
  dallo dall mio mia con il lo la un una questo messaggio stato stata desde de mi el este mensaje ha sido fue para
  depuis mon ma l le ce pour au en ete secure smartphone free gratis version plus pro max ultra mini de`);

/** Things that are attached to a report. */
export const attachmentNouns =
  wordsOf(`photo photos picture pictures pic pics image images screenshot screenshots
  screengrab screencap snapshot file files video videos clip attachment attachments foto fotos bild bilder bildchen
  bildschirmfoto bildschirmfotos anhang anhange anlage screen screens schermata immagine immagini allegato allegati
  allegata allegate filmato imagen imagenes captura capturas pantalla adjunto adjunta adjuntos adjuntas archivo
  archivos image capture captures ecran piece pieces jointe jointes joint joints fichier fichiers cliche`);

/** How a remark points at them. */
export const attachingWords =
  wordsOf(`see attached attach attaching attachment attachments enclosed enclosing below
  above cf here uploaded uploading added sending included siehe anbei angehangt beigefugt anhang anlage unten oben hier
  hochgeladen schicke sende hangt hangen dran vedi vedere allego allegato allegati allegata allegate sotto qui ecco invio mando ver vease
  ved veanse adjunto adjunta adjuntos adjuntas abajo aqui envio mando incluyo voir ci joint jointe jointes joints
  dessous voici mets joins annexe`);

/** Those that say so wherever they stand. */
export const surelyAttachingWords =
  wordsOf(`attached attach enclosed anbei angehangt beigefugt allego allegato allegati
  allegata allegate adjunto adjunta adjuntos adjuntas jointe jointes joints ci joins`);

/** What else stands in such a remark. */
export const remarkWords =
  wordsOf(`a an the in i ive have is are my one two three some of it this please for details
  to with and also there as as well you can find more ein eine einen zwei drei ein paar im in der dem den die das ich
  habe hab noch dazu bitte mein meine als von mit und findet ihr finden sie una un uno due tre in ti vi le la il lo
  l i gli ho mio mia di per qualche dettagli nel nella alla anche el los las unas unos dos tres les te os he mi con
  la de en mas detalles para tambien une deux trois des je vous te ai mon ma en d l la les du pour plus details cette
  note also pdf jpg png jpeg mio favore piacere pls`);

/** What is said of the pictures behind such a remark. */
export const pictureWords =
  wordsOf(`quality resolution blurry blurred shaky pixelated took taken shot shots verwackelt unscharf verschwommen
  qualitat auflosung aufgenommen gemacht geknipst qualita mossa mosse sfocata sfocate sgranata scattata scattate fatta
  fatte calidad movida movidas borrosa borrosas tomada tomadas sacada sacadas hecha hechas qualite floue floues flou prise
  prises`);

/** What else stands in such a sentence. */
export const pictureRemarkWords =
  wordsOf(`they them it so sorry about for that unfortunately bit little quite this yesterday last night poor bad low from
  quick leider etwas bisschen wenig sorry fur schlechte schlechter gestern eben gerade schnell sind wurde wurden purtroppo po
  poco scusate per ieri appena sono bassa scarsa ayer anoche recien lo siento perdon algo estan mala hier soir desole desolee
  malheureusement peu mauvaise juste`);

/** What stands beside "call" or "mobile" before a number. */
export const contactLeadWords =
  wordsOf(`me us my at on under via by or and the number no nr is you can please pls contact
  if needed urgent mich uns unter bitte sie ihr ist mein meine meiner nummer bin ich am per oder einfach mi al il mio e
  numero per favore o si puo potete anche su es por en el puede pueden favor numero moi nous au mon ma est le sur sous vous
  pouvez etre`);

/** Those that say that it is the writer who can be called. */
export const writerWords = wordsOf(
  `me us my please pls mich uns bitte mein meine meiner ich bin mi mio favore favor moi nous mon ma`,
);

/** What stands behind it: when somebody can be called, and thanks. */
export const availabilityWords =
  wordsOf(`after before from until till between and or pm am any time anytime mornings
  afternoons evenings weekdays only please pls thanks thank you the a ext extension uhr ab bis von zwischen und
  vormittags nachmittags abends jederzeit danke bitte zuruck an nur durchwahl dw apparat dopo prima dalle alle ore fino
  mattina pomeriggio sera sempre grazie per favore o interno int partir de las desde hasta por la tarde manana siempre
  gracias apres avant partir h heures entre et le matin soir midi toujours merci poste svp`);

/** Units people put below their names; followed by "of" or written large they are no furniture. */
export const unitWords = wordsOf(`chair department dept faculty institute institut institution school college
  university universitat universita universidad universite campus laboratory lab center centre office services
  service division unit group team lehrstuhl professur fakultat fachbereich fachgebiet sekretariat abteilung referat
  dezernat stabsstelle zentrum arbeitsgruppe dipartimento facolta cattedra istituto ufficio segreteria scuola centro
  servizio servizi settore departamento facultad catedra instituto oficina secretaria escuela servicio area
  departement faculte chaire laboratoire secretariat ecole direction bureau administration verwaltung rectorate
  rektorat rettorato rectorado rectorat`);

/** Titles and functions of people, strong signs of a signature beside a name. */
export const roleWords =
  wordsOf(`prof professor professorin professore professoressa profesor profesora professeur dr
  phd msc bsc ma ba mba dipl ing pd assistant assistent assistentin secretary sekretarin sekretar head leiter leiterin
  director direktor direktorin direttore direttrice directora directeur directrice coordinator koordinator
  koordinatorin coordinatore coordinatrice coordinador coordinadora coordinateur coordinatrice student studentin
  studente studentessa estudiante etudiant etudiante doctoral doktorand doktorandin dottorando dottoranda doctorando
  doctoranda doctorant doctorante lecturer dozent dozentin docente ricercatore ricercatrice researcher postdoc fellow
  manager officer referent referentin mitarbeiter mitarbeiterin wissenschaftlicher wissenschaftliche tutor tutorin
  dott dottoressa dottssa ing arch mag hausmeister representative delegate vertreter vertreterin`);

/** What stands before the numbers of a signature. */
export const contactWords =
  wordsOf(`tel telephone phone fon telefon telefono fax mobile mobil cell ext extension
  durchwahl dw apparat int interno mail email e web internet http www skype teams cel movil handy cellulare port poste
  room rm raum zimmer zi stanza aula sala despacho oficina bureau salle office buro ufficio floor stock og eg ug piano
  planta etage building bldg gebaude geb edificio edificio batiment bat house haus block tower wing po box postfach
  street str strasse via calle rue platz piazza plaza place am`);

/** Small words inside names of units and people. */
export const joiningWords =
  wordsOf(`of for and the at in di de del della delle dei degli dell e ed per la il lo le el y
  en los las fur und von der des die im am zu zur et du d l a au aux pour van da dos do i`);

/** Words that make a sentence of a line, so that it is no signature. */
export const sentenceWords =
  wordsOf(`is are was were be been has have had does do did not no never nobody cannot cant
  dont doesnt wont isnt my our we i you it they please can could will would should broken missing wrong since still
  again too very out off down up need needs want ist sind war waren hat haben kein keine keinen nicht nie kann konnen
  geht gehen funktioniert wird werden seit noch wieder kaputt defekt bitte ich wir mein meine unser unsere zu non sono
  era erano ha hanno mai puo funziona va da manca rotto rotta guasto guasta sempre ancora mi ci nostro nostra no es
  esta estan hay tiene nunca puede funciona falta roto rota averiado desde otra sigue nuestra nuestro me nos est sont
  etait pas ne ni jamais marche fonctionne manque casse cassee panne depuis encore toujours notre nos je on peut`);

/** How people are addressed. */
export const greetingWords =
  wordsOf(`dear hi hello hey hiya greetings morning afternoon evening good day to whom it may
  concern liebe lieber liebes hallo hi hej moin servus guten tag morgen abend gruss gott sehr geehrte geehrter geehrtes
  werte ciao salve buongiorno buonasera buon giorno gentile gentili egregio egregi cara caro cari hola buenos buenas
  dias tardes noches estimado estimada estimados estimadas querido querida queridos bonjour bonsoir salut coucou cher
  chere chers cheres`);

/** Whom they address. */
export const addresseeWords =
  wordsOf(`all everyone campus everybody team teams folks guys there again together colleague
  colleagues helpdesk help desk support it facility facilities service services staff sir madam sirs mr mrs ms dr prof
  professor or and the of you y e et und oder zusammen alle allerseits ihr lieben kollege kollegin kollegen kolleginnen
  damen herren herr frau leute an das die der tutti tutte a colleghi colleghe team signora signore sig dott dottssa
  professore professoressa assistenza todos todas equipo companeros companeras colegas senor senora senores tous
  toutes toute l equipe le la les collegues madame monsieur mesdames messieurs de del vous ragazzi ragazze dell dello della dei degli
  gente chicos chicas soporte asistencia`);
