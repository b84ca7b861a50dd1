import { folds } from './fold.ts'

/**
 * Given names that many have in the countries whose cards are read here, and of people who have come
 * to live there. Whoever has another one is read by all other signs.
 */
const COMMON = `
aage aase abdul abdi abdullah adam adrian agnes agnieszka ahmad ahmed aina aino albert aleksander
aleksandra alex alexander alexandra alfred ali alice alicia alma amalie amanda amina amira amit ana
anders andrea andreas andrew andrzej ane anette angela angelica anh anita anja ann anna anne annette
annika anniken anton antonio anya arash are arild arne arnt arthur artur arvid asbjørn ase asgeir
aslak asle asta astri astrid atle aud audun august aurora axel ayse barbara bård beate beatrice
benedicte benedikte bengt benjamin bente berit bernd bernhard bernt bettina birger birgit birgitta
birgitte birte bjarke bjarne bjorg bjorn bjørg bjørn bo bodil boris brian brigitte britt brit bruno
camilla carina carl carlos carmen caroline carsten catharina cathrine cato cecilia cecilie charles
charlotte chris christel christian christin christina christine christoffer christoph christopher
claudia claus clara connor craig dag dagfinn dagny daniel daniela daniele dariusz david deepak
diana diego dieter dina ditte dominik donald dorota dorte dorthe ebba ebbe edel edith edvard edward
egil einar eirik eirin eivind ela eldar elena eli elin elina elisa elisabeth elisabet elise eliza
elizabeth ella ellen elling elsa else emil emilia emilie emily emma endre eric erica erik erika
erlend erling ernst esben espen esther eva even evelyn fatima fatma felix filip finn florian
francesco francis frank fredrik frederik frida friedrich frode fritz gabriel gabriele gabrielle
geir georg george gerd gerda gerhard giovanni gisle gitte giulia gjermund glenn gorm grace grete
grethe gro grzegorz gudrun guro gunhild gunn gunnar gunvor gustav guri günter günther haakon håkan
håkon håvard hai halvard halvor hamid hamza hanna hannah hanne hannes hans harald harry hassan
hasan hauk hedda hedvig hege heidi heiko heinrich heinz helen helena helene helga helge helle
helmut henning henriette henrik henry herman hermann hilda hilde hildegunn holger hugo hussein
ibrahim ida idar iben igor ina inga ingar ingeborg inger ingrid ingunn ingvild ingvar irene iren
iris isabel isabella isak ivan ivar iver jack jacob jakob jakub jan jana jane janet janne jannicke
jannike jarl jarle jasmin jason jasper javier jean jeanette jennifer jenny jens jeppe jeremy jesper
jessica jim jimmy joachim joakim joanna joar joel johan johann johanna johanne johannes john johnny
jon jonas jonathan joost jorge jorun jorunn josef josefine joseph jostein juan judith julia julian
julie jürgen jørg jørgen jørn kai kaia kaja kamil kamilla karen karete kari karianne karim karin
karina karl karoline karsten kasper katarina katarzyna kate katharina katherine kathrin kathrine
katja katrin katrine kazimierz keith ken kenneth kerstin kevin khalid khadija kim kine kirsten
kirsti kirstin kjartan kjell kjersti kjerstin kjetil klara klaus knut konrad krister kristian
kristiane kristin kristina kristine kristoffer krystyna krzysztof kurt kåre lan lars lasse laszlo
laura lauren laurits lea leif lena lene leo leon leonard lillian lilly lina linda line linh linn
linnea lisa lisbet lisbeth lise liv liza lone lotta lotte louise lucas lucia lucy ludvig luis luise
lukas lykke łukasz maciej mads magda magdalena magne magnhild magni magnus mai maja malene malin
malgorzata małgorzata marc marcel marcin marco marcus maren margaret margareta margareth margit
margot margrete margrethe mari maria mariam marian mariann marianne marie mariella marina mario
marit marius mark marko markus marta marte martha marthe martin martina mary maryam mateusz mathias
mathilde mats matthew matthias matti maud maurits max maximilian maya mehmet melanie mette mia
michael michal michał michel michelle mikael mikkel mikko milan milena minh mira miriam moa mohamed
mohammad mohammed mona monica monika morten mona muhammad murat mustafa målfrid nadia nancy natalia
natalie natasha nathalie nicholas nick nicola nicolai nicolas nicole niels nikita niklas nikolai
nils nina nora nour oda oddbjørn oddny oddvar odd ola olaf olav ole oleg olga oliver olivia olof
omar oscar oskar otto ove øivind øystein øyvind pål paal palle paolo pascal patricia patrick
patrik patryk paul paula paulina pawel paweł peder peer pelle per pernille petar peter petra petter
philip philipp phuong pia pierre piotr poul preben priya rachel radoslaw ragna ragnar ragnhild
rahul raj rakel ralf ramona randi rasmus rebecca rebecka reidar reidun renate richard rikard rikke
rita robert roberto robin roger roland rolf roman ronja ronny roy ruben rune ruth ryan sabine
sabrina sadia said saga samir samuel sandra sanna sanne sara sarah scott sebastian selma sergey
sergio sharon sigbjørn sigmund signe sigrid sigrun sigurd silje silvia simen simon simone sindre
siri siv sivert snorre sofia sofie solfrid sol solveig sonia sonja sophia sophie stefan stefanie
stein steinar stella stephan stephanie stephen steve steven stian stig stina stine sturla susan
susanna susanne suzanne svante svein sven svend svenja sverre sylvia sylwia synne synnøve søren
tanja tarjei ted terese teresa terje thea theo theodor therese thi thomas thor thorbjørn thorsten
thuy tia tiina tim timo tina tine tobias tom tomas tomasz tone tonje tor tora torben tore torfinn
torgeir torgrim torhild torill toril torkel torleif tormod torstein torsten torunn trine trond
trude trygve turid tuva tyler ulf ulla ulrich ulrik ulrika ulrike una unn unni urban ursula uwe
valentina vanessa vegard vera verena veronica veronika vibeke victor victoria vidar vigdis viggo
viktor viktoria vilde vilhelm vincent viola vivian vladimir walter wenche werner wiktoria wilhelm
willem william wojciech wolfgang yannick yasmin yngve yngvild yusuf yvonne zahra zara zofia zuzanna
åge åke åsa åse åshild åsmund óskar guðrún jón sigurður helgi
`

const NAMES = new Set(COMMON.split(/\s+/).flatMap(folds).filter(Boolean))

/** Whether somebody's name begins with a given name that many have: *Kari*, *Ann-Kristin*. */
export const beginsWithGivenName = (name: string): boolean =>
  folds(/^[\p{L}'’]+/u.exec(name)?.[0] ?? '').some(way => NAMES.has(way))
