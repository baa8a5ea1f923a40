// As `fold` leaves them, in the five languages.
const words = (list: string) => new Set(list.trim().split(/\s+/));

/** What announces that a number is a room. */
export const roomWords = words(`
  room rooms rm classroom office lab laboratory hall theatre theater studio
  aula aule stanza stanze sala sale ufficio laboratorio camera
  raum raume zimmer horsaal saal seminarraum buro labor
  salle salles bureau amphi chambre laboratoire
  salon habitacion despacho aulas salas cuarto
`);

/** What stands between a place and its room: "room 2.14 in the library". */
export const linkWords = words(`
  in of the at inside on
  nel nella nello nell in del della dello dell di al alla all presso
  im in der des dem den das die
  dans de du la le l d au a
  en del el los las
`);

/** After these a number is a room, also with an article between: "in 2.14", "en la 2.14". */
export const placePrepositions = words(`
  in inside outside near opposite im neben gegenuber nel nella nell nello presso dentro dans en
`);

export const articles = words(`the der dem den il la lo l le el`);

/** What joins one room to another. */
export const andWords = words(`and or und oder e o et ou y u`);

/** What says where within a place, and of no place which it is: "ground floor, by the entrance", "here". */
export const partWords = words(`
  ground first second third top upper lower left right back front main by near behind my here everywhere
  window door entrance exit corridor hallway stairs staircase lift elevator toilet toilets bathroom wc kitchen roof basement
  terra primo secondo terzo ultimo mia mio qui ovunque vicino finestra porta ingresso corridoio scale ascensore bagno bagni
  cucina tetto cantina
  eg og erdgeschoss obergeschoss untergeschoss erster zweiter dritter ersten zweiten dritten mein meinem hier uberall am bei
  fenster tur eingang flur gang treppe aufzug toilette toiletten klo kuche keller
  rez chaussee premier deuxieme troisieme etage ma mon ici partout pres fenetre porte entree couloir escalier ascenseur
  toilettes cuisine toit cave
  baja primera segunda tercera primer segundo tercer mi aqui cerca ventana puerta entrada pasillo escalera ascensor bano
  banos cocina sotano
`);

/** After these a number is a floor, also where a place is asked for. */
export const floorWords = words(`floor level piano livello stock stockwerk etage niveau piso planta nivel`);

/** After these a number is a time, a date or a version. */
export const beforeOtherNumbers = words(`
  at on by since from until till after before around about version versions ver v release step error page no nr n
  alle ore dalle fino dopo prima verso circa versione il dal al errore pagina
  um ab seit bis gegen am vom nach vor version fehler seite
  vers depuis avant apres des le erreur
  las desde hasta sobre pagina el
`);

/** Before these a number is an amount. */
export const afterOtherNumbers = words(`
  am pm h hrs hours hour min minutes minute s sec seconds ms uhr ore heures horas oclock
  eur euro euros usd chf gbp dollars cents percent prozent
  kb mb gb tb kbit mbit gbit mbps gbps ghz mhz hz kg g km m cm mm l kw v volt grad degrees c
  format formato paper papier carta papel
  times people students computers chairs persone studenti personen personnes personas
`);

/** Before these "a" is no article, so "building a is cold" speaks of building A. */
export const afterLetters = words(`
  is are was were has have had does and or in on at the since again now today room rooms floor without with keeps there
  e sono era ha hanno non del al dal nel nella da oggi c con senza aula stanza piano
  ist sind war hat und oder im am seit heute ohne mit zimmer raum
  est sont etait et ne n dans depuis aujourd sans avec salle
  es esta son fue no y desde hoy sin con hay
`);
