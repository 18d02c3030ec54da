/** English irregular forms by their base: `base form form …`. A stemmer knows only endings. */
const FORMS = `
arise arose arisen|awake awoke|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten
bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen
cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung
hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|learn learnt|leave left|lend lent|light lit|lose lost
make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold
send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept
slide slid|speak spoke spoken|speed sped|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck
strike struck|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|understand understood|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn
write wrote written|person people|child children|man men|woman women|foot feet|tooth teeth|mouse mice|life lives|wife wives|half halves
good better best|bad worse worst|long length longer longest|deep depth|wide width|high height tall higher highest taller tallest|weigh weight heavy heavier heaviest|old age aged older oldest|fast speed faster fastest quick quickly|far distance farther further|strong strength stronger strongest|die death|live life|choose choice
big bigger biggest|large larger largest|small smaller smallest|cheap cheaper cheapest|easy easier easiest|early earlier earliest
late later latest|low lower lowest|near nearer nearest|new newer newest|short shorter shortest|young younger youngest|simple simpler simplest
1 one|2 two twice|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve`;

const BASES = new Map(
  FORMS.split(/[|\n]/).flatMap((line) => {
    const [base = '', ...forms] = line.trim().split(' ');
    return forms.map((form) => [form, base] as const);
  }),
);

/** The base of an irregular English form, else the word itself. */
export function baseForm(word: string): string {
  return BASES.get(word) ?? word;
}
