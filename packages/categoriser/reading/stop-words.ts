const english = `but however only though a an the and or of to in on at for from with by as is are was were be been being am it its this that these
those there here i im ive me my mine we our ours us you your yours he his him she her they their them who whom which what
when where while since until so than then too very just also again still already do does did done doing have has had
having will would can could should shall may might must please thanks thank hello hi dear if because into onto over
about up down out off any some each every both all more most other another such only own same again always`;

const italian = `ma pero il lo la i gli le un uno una di a da in con su per tra fra e ed o che chi cui del dello della dei degli
delle al allo alla ai agli alle dal dallo dalla dai nel nello nella nei nelle sul sullo sulla sui sulle ho ha hanno
abbiamo avete sono siamo era erano essere stato stata mi ti si ci vi mio mia miei mie suo sua loro questo questa questi
queste quello quella anche ancora gia piu molto come quando dove da ciao grazie`;

const german = `aber jedoch der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach von vom
vor zu zum zur ist sind war waren sein wird werden wurde worden hat haben hatte ich mich mir mein meine meinen meiner
wir uns unser unsere sie er es ihr ihm ihn sich man als wie wenn wann wo da dass so auch noch schon sehr mehr immer
wieder seit bis durch fur gegen uber unter bitte danke hallo`;

const spanish = `pero sino el la los las un una unos unas de del a al en con por para sin sobre y o que quien cual es son era eran ser
estar esta estan estaba ha han he hay mi mis tu su sus me te se nos lo le les este esta estos estas ese esa muy mas
tambien ya todavia cuando donde como desde hasta porque hola gracias favor`;

const french = `mais cependant le la les un une des de du d l a au aux en dans sur sous par pour avec sans et ou que qui quoi dont est
sont etait etaient etre ete ai as avons avez ont avait je j me m mon ma mes tu te ton ta tes il elle on nous notre nos
vous votre vos ils elles leur leurs se s ce c cet cette ces y tres plus aussi encore deja quand comme depuis bonjour
merci svp plait`;

/** Words that carry no topic, accents folded, in the five languages people write in. */
export const stopWords: ReadonlySet<string> = new Set(
  [english, italian, german, spanish, french].flatMap(words => words.split(/\s+/)),
);
