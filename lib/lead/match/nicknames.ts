/**
 * What people are called for short, and the names that it stands for: a line each, first in English,
 * then in Norwegian, Swedish and Danish, then in German. Spelling is folded by whoever reads this, so
 * `kalle` is `Calle`, too.
 */
export const NICKNAMES = `
abby abigail
al albert alan alfred
alex alexander alexandra aleksander
andy andrew andreas anders andrea
barb barbara
becky rebecca
ben benjamin benedikt
bernie bernard bernhard
bert albert robert hubert herbert
beth elizabeth
betty elizabeth
bill william
billy william
bob robert
bobby robert
charlie charles charlotte
chris christian christopher christine christina
chuck charles
dan daniel
danny daniel
dave david
debbie deborah
dick richard
don donald
doug douglas
ed edward edmund edwin
eddie edward
fran frances francis
frank francis franklin
fred frederick fredrik alfred
gene eugene
greg gregory
hank henry
harry henry harold
jack john
jackie jacqueline
jake jacob
jeff jeffrey geoffrey
jen jennifer
jenny jennifer
jerry gerald jeremy jerome
jim james
jimmy james
joe joseph
joey joseph
jon jonathan
josh joshua
kate katherine
kathy katherine
katie katherine
ken kenneth
kim kimberly joakim
larry lawrence
len leonard
lenny leonard
liz elizabeth
lou louis louise
maggie margaret
mandy amanda
matt matthew mattias
max maximilian maxwell
meg margaret
mick michael
mike michael
molly mary
nate nathan nathaniel
ned edward
nick nicholas niklas nikolai nikolaus
pam pamela
pat patrick patricia
peggy margaret
pete peter
phil philip
ray raymond
rick richard fredrik
rob robert
ron ronald
russ russell
sam samuel samantha
sandy alexander alexandra sandra
steve steven stephen stefan
sue susan
susie susan susanne
ted edward theodore
terry terence theresa
tim timothy
tina christina
tom thomas
tommy thomas
tony anthony antonio anton
trish patricia
val valerie
vicky victoria
walt walter
will william
zach zachary

affe alf
anki annkristin
bettan elisabet
bosse bo
calle carl
danne daniel
figge fredrik
frippe fredrik
gitte birgitte
grete margrete
hasse hans
henke henrik
janne jan
jocke joakim
kicki kristina
krille kristian kristoffer
lasse lars
lise elise elisabeth annelise
lotta charlotta
lotte charlotte
ludde ludvig
maggan margareta
mette margrete
nisse nils
olle olof
pelle per
rikke fredrikke
robban robert
sanne susanne
sille cecilie
stine kristine
tine kristine martine
tobbe tobias torbjorn
trine katrine
uffe ulf

basti sebastian
conny cornelia
flo florian
fritz friedrich
gabi gabriele
hannes johannes
hans johannes
heinz heinrich
jochen joachim
klaus nikolaus
matze matthias
michi michael
moni monika
sepp josef
steffi stefanie
susi susanne
uli ulrich ulrike
uschi ursula
wolfi wolfgang
`
