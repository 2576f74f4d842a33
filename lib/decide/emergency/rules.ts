/**
 * Emergency wordings, card by card. The first rule that matches wins, so the more specific stand first.
 * @module
 */

/** A card and the wordings that call for it: `sure` ones alone, `likely` ones with some meaning beside them (mod.ts). */
export interface Rule {
  readonly card: string;
  readonly sure?: RegExp;
  readonly likely?: RegExp;
  /** A second pattern that must match too, for `likely`. */
  readonly with?: RegExp;
}

const LIMB =
  "(leg|legs|arm|arms|ankle|wrist|forearm|elbow|hip|collarbone|femur|rib|ribs|shin|thigh|knee|foot|finger|fingers|toe|hand|shoulder|jaw|pelvis)";
const ODD =
  "(confus\\w*|mumbl\\w*|stumbl\\w*|fumbl\\w*|slur\\w*|nonsense|rubbish|gibberish|drows\\w*|barely awake|sleepy|clumsy|weird|crazy|strange|drunk\\w*|hallucinat\\w*|delirious|seeing things|not making sense|cannot (walk|stand|zip|tie|speak|talk|think|remember)|does not know)";
const COLD =
  /\b(cold|freez\w*|frozen|icy|ice|snow\w*|blizzard|soaked|wet|rain\w*|shiver\w*|shak\w*|winter|wind)\b/;
const HEAT =
  /\b(heat|hot|sun|sunny|overheat\w*|desert|canyon|sweat\w*|4\d degrees|1[01]\d degrees|burning up)\b/;
const HIGH =
  /\b(altitude|high camp|summit camp|base camp|elevation|up high|[2-8],?\d{3} ?(m|meters|metres)|(8|9|1\d|2\d),?\d{3} ?(ft|feet|foot)|since we (slept|climbed)|mountain sickness|(second|third|first) night up)\b/;
const HAPPENED =
  /\b(fell|fall|falls|fallen|falling|crash\w*|dove|dived?|diving|landed|accident|hit|rock|tumbled|slipped|dropped)\b/;

export const RULES: readonly Rule[] = [
  {
    card: "avalanche-burial",
    sure:
      /\b(avalanche|slide|slab|cornice|snow) (just )?(took|buried|caught|swept|got|covered|hit|carried|broke on|released).{0,30}\b(me|us|him|her|them|partner|friend|wife|husband|son|daughter|buddy|guy|two|three|he|she|one)\b/,
  },
  {
    card: "avalanche-burial",
    likely:
      /\b(buried|under (it|the snow|the debris|the avalanche)|no beacon signal|in the debris|caught in an? (avalanche|slide))\b/,
    with: /\b(avalanche|snow|slab|slide|cornice|debris|beacon|roof)\b/,
  },
  {
    card: "avalanche-burial",
    likely: /\bavalanche\b/,
    with: /\b(cannot find|help|now|missing|him|her|us|them|partner|friend)\b|^avalanche$/,
  },
  {
    card: "drowning",
    sure:
      /\b(is|are|am|he|she|somebody|someone|kid|friend) drowning\b|\b(under the ice|went under|swept (away|off|down)|not come (back )?up|not coming up|face ?down in the (water|lake|river|pool))\b|\b(pulled|dragged|got|fished|hauled) (him|her|them|me|us|a \w+|my \w+|the \w+) (out )?(of|out of|from|off) (the )?.{0,16}(water|lake|river|pool|sea|ocean|creek|rapids|bottom)\b/,
  },
  {
    card: "drowning",
    likely:
      /\b(fell|fall|falls|fallen|falling|slipped|jumped|broke|went|tipped|flipped|capsized|swam|dropped)\b.{0,30}\b(in|into|through|over|under)?\b.{0,12}\b(river|lake|rapids|creek|tarn|ocean|sea|ice|freezing water|cold water|deep water|current)\b/,
  },
  {
    card: "drowning",
    likely:
      /\b(raft|canoe|kayak|boat|packraft) (has |is |just )?(flipped|capsized|sank|overturned|upside down)\b|\b(in the (river|water|rapids|lake)) .{0,20}(cannot|help|drown)|\bcannot (swim|stay afloat|keep (his|her|my) head)\b|\bdrown(ing|ed)\b|\b(breathed|swallowed|inhaled|coughing up) .{0,12}water\b|\bwaterfall pool\b/,
  },
  {
    card: "lightning",
    sure:
      /\b(struck|hit|zapped|killed|knocked down) by (the )?lightning\b|\blightning (just )?(struck|hit|strike|got)\b|\bhairs? (is |are |all |on \w+ \w+ )*(standing|stand|stands|rising|raised|sticking)\b/,
  },
  {
    card: "lightning",
    likely: /\b(buzz\w*|hum|humming|crackl\w*|sizzl\w*|sparks?|blue glow|glow\w*|tingl\w*)\b/,
    with: /\b(rocks?|poles?|ax(e|es)|metal|skin|ridge|summit|storm|ice|hair)\b/,
  },
  {
    card: "lightning",
    likely: /\b(thunder\w*|lightning|flash(es)?|storm|bolts?)\b/,
    with:
      /\b(above (us|me)|right (above|over|on)|overhead|on (the|top of|a) (summit|ridge|peak|top)|above (the )?tree ?line|around us|all around|everywhere|next to (us|me)|open (meadow|field|ground)|exposed|where do (we|i) (hide|go)|stuck|caught|hide|seconds? (apart|away|between)|no shelter|we are (up|high))\b/,
  },
  {
    card: "bear-attack",
    likely: /\b(bear|bears|grizzly|griz)\b/,
    with:
      /\b(charg\w+|attack(ed|ing|s)?( me| us| him| her| my)?|bit|bitten|mauled|chasing|chased|staring|follow\w+|approach\w*|coming (at|toward|closer|for|to)|closer|(feet|meters|metres|yards|m|ft|steps) (away|from)|will not (leave|go)|not leav\w+|in (my|our|the) (tent|camp)|at (our|my) tent|on top of|grabbed|clacking|huffing|stands? up|between me|cubs?|right (here|in front|outside)|outside (my|our|the) tent|sniffing)\b/,
  },
  {
    card: "lion-attack",
    likely: /\b(cougar|mountain lion|puma|big cat|panther|lion)\b/,
    with:
      /\b(stalk\w*|attack\w*|crouch\w*|follow\w*|front of|staring|will not leave|growl\w*|hiss\w*|on the (path|trail)|bit|jumped|pounced|circling|behind (us|me)|watching|close|grabbed|dragg\w+|tail|feet|meters|not (scared|afraid|leaving))\b/,
  },
  {
    card: "snakebite",
    sure:
      /\b(bit|bitten|bite|struck|got|stung|nailed|hit)\b.{0,30}\b(snake|rattler|rattlesnake|viper|adder|copperhead|cobra|cottonmouth|mamba|sidewinder|coral snake)\b|\b(snake|rattler|rattlesnake|viper|adder|cobra|copperhead|cottonmouth|mamba|sidewinder)s? (just |has |have )?(bit|bitten|bites?|struck|got|nailed|hit|sank|latched)\b/,
  },
  {
    card: "snakebite",
    likely:
      /\b(snake ?bite|fang marks?|fangs|puncture (marks|holes|wounds))\b|\b(viper|adder|copperhead|cobra|rattler|rattlesnake|snake|rattle)\b.{0,40}\b(swell\w*|numb|ankle|calf|hand|foot|leg|arm|hit (him|her|me))\b/,
  },
  {
    card: "choking",
    sure:
      /\b(is|am|are|was|he|she|kid|son|daughter|baby|friend|wife|husband|girl|boy|and) (now )?chok(ing|es)\b|\b(stuck|lodged|caught|trapped) in (his|her|my|the|their) (throat|windpipe|airway|neck)\b|\bwent down the wrong (way|pipe|hole)\b|\bchoking on\b/,
  },
  {
    card: "choking",
    likely:
      /\b(choking|heimlich|abdominal thrusts|windpipe|gagging)\b|\b(swallow\w*|ate|eating|bite of)\b.{0,40}\b(cannot (breathe|talk|speak|cough)|no (sound|air))\b|\bcannot (breathe|talk|speak|cough)\b.{0,30}\b(swallow\w*|ate|eating|piece|grape|candy|meat|food)\b|\bclutch\w* .{0,12}(neck|throat)\b/,
  },
  {
    card: "anaphylaxis",
    sure:
      /\b(throat|airway) (is |feels |getting |keeps )*(closing|swelling|swollen|tight\w*|shut)\b|\banaphyla\w+( shock| reaction| attack)?( now)?$|\b(tongue|lips?)\b.{0,20}\b(swell\w*|swollen|huge|thick|fat|balloon\w*|puffy|big)\b/,
  },
  {
    card: "anaphylaxis",
    likely:
      /\b(hives|rash (all over|everywhere)|red (skin|spots|bumps) all over|all over (red|itch\w*)|welts|stung|stings?|bees?|wasps?|hornets?|peanuts?|nuts|shrimp|shellfish|seafood|allergic|allergy|epipen|ibuprofen|antibiotic|ants)\b/,
    with:
      /\b(wheez\w*|breath\w*|throat|tongue|dizzy|faint\w*|vomit\w*|throw\w* up|passing out|pass out|passed out|collaps\w*|swallow|swell\w*|swollen|hoarse|reaction|jab|inject\w*|gave|used|second (dose|shot)|second epipen)\b/,
  },
  {
    card: "anaphylaxis",
    likely: /\b(face|eyes|eyelids?)\b.{0,20}\b(swell\w*|swollen|puff\w*|balloon\w*)\b/,
    with: /\b(breath\w*|swallow|after|ate|took|dizzy|allerg\w*|stung|voice)\b/,
  },
  { card: "altitude-hace", sure: /^hace$|\b(has|have|got|is it|think|having) hace\b/ },
  {
    card: "altitude-hape",
    sure: /^hape$|\b(has|have|got|is it|think|having) hape\b|\bpink (froth|foam|spit|sputum|phlegm)\b/,
  },
  {
    card: "altitude-hape",
    likely:
      /\b(froth\w*|foam\w*|pink|gurgl\w*|bubbl\w*|crackl\w*|rattl\w*|breathless|short of breath|cannot (breathe|catch)|wet cough|cough\w*|blue lips|out of breath|gasping)\b/,
    with: HIGH,
  },
  {
    card: "altitude-hace",
    likely: new RegExp(
      String
        .raw`\b${ODD}\b|\b(headache .{0,30}(vomit\w*|throw\w*|puk\w*)|stagger\w*|swaying|wobbl\w*|balance|cannot wake)\b`,
    ),
    with: HIGH,
  },
  {
    card: "low-blood-sugar",
    likely: /\b(diabetic|insulin|type (1|one)|blood sugar|sugar|glucose|cgm)\b/,
    with:
      /\b(shak\w*|shaky|drunk|sweat\w*|pale|confus\w*|faint\w*|passed out|pass out|will not answer|not answer\w*|weird|weak|dizzy|trembl\w*|low|dropp\w*|falling|crash\w*|no food|too much|beep\w*|seiz\w*|unconscious|is (2|3|4|5|6)\d|(2|3)[.,]\d)\b/,
  },
  {
    card: "stroke",
    sure:
      /\b(face|mouth|eye|smile)\b.{0,16}\b(droop\w*|crooked|sagging|hanging|lopsided|fell on one side|uneven)\b|\bdroop\w* (face|mouth|eye)\b|\b(having|has had|had|got|is it|think) .{0,12}a stroke\b/,
  },
  {
    card: "stroke",
    likely:
      /\b(one side|left side|right side|(left|right|one) (arm|leg|hand))\b.{0,30}\b(weak|numb|paraly\w*|limp|dead|cannot|not move|drops)\b|\bcannot (lift|raise|move) (the |one |his |her |my )?(left |right |one )?arm\b|\barm (is )?(suddenly )?(weak|limp)\b/,
    with: /\b(face|mouth|speech|slur\w*|sudden\w*|words?|talk\w*|crooked|smile|side|eye)\b/,
  },
  {
    card: "chest-pain",
    sure:
      /\b(crushing|terrible|bad|sharp|strong|sudden|severe) chest( pain)?\b|\bchest (pain|pains|hurts|hurting|pressure|tightness|is tight|feels tight)\b|\b(having|has|had|is it|think|maybe) .{0,10}a heart attack\b|^(a )?heart attack( help| now)?$|\belephant .{0,16}chest\b/,
  },
  {
    card: "chest-pain",
    likely: /\b(chest|heart|breastbone|ribs|jaw|left arm)\b/,
    with:
      /\b(pain\w*|hurt\w*|pressure|tight\w*|squeez\w*|crush\w*|burning|nitro\w*|grabs?|grabbing|clutch\w*|gray|grey|numb|heavy|ache|aching|radiat\w*|racing and)\b/,
  },
  {
    card: "cpr",
    sure:
      /\b(is |are |has |was )?not (even |really )?breath(e|es|ing)\b|\bno (breath|breathing|pulse|heart ?beat|signs of life)\b|\bstopped breath\w*\b|\bheart (has |is |just )?(stopped|not beating)\b|\bcardiac arrest\b|\bchest (is |was )?not (moving|rising)\b|\bcannot feel (any |a |his |her )*(air|breath|pulse)\b|\b(lifeless|lying (here |there )?dead|looks dead|seems dead|turned blue|turning blue|gone blue|lips (are |have )?(gone |turned )?blue|blue in the face)\b/,
  },
  {
    card: "cpr",
    likely: /\b(collapsed|dropped|keeled over|went down|gasping)\b/,
    with:
      /\b(gasp\w*|does not answer|not answer\w*|not respond\w*|no response|unresponsive|not moving|still)\b/,
  },
  {
    card: "cpr",
    likely: /\b(cpr|chest compressions|compressions|mouth to mouth|rescue breaths|defibrillator|aed)\b/,
    with:
      /\b(he|she|him|her|now|here|help|my (husband|wife|dad|mom|friend|son|daughter)|dead|how (do|many|long|hard|fast|deep))\b/,
  },
  {
    card: "severe-bleeding",
    sure:
      /\bblood (is |was |keeps )?(spurt\w*|squirt\w*|pump\w*|gush\w*|pour\w*|everywhere|all over|coming)\b|\b(spurting|squirting|gushing|bleed(s|ing)? (out|badly|heavily|a lot|to death|everywhere|like|bad|so much|too much))\b|\b(not|cannot|will not|does not) stop (the )?(bleed\w*|blood)\b|\bbleeding (will|does|do|is) not (stop\w*|slow\w*)\b|\b(so much|too much|lots of|a lot of|losing|pool of|pools of) blood\b/,
  },
  {
    card: "severe-bleeding",
    likely:
      /\b(blood\w*|bleed\w*|bandage|dressing|gauze|tourniquet|artery|wound|cut|gash\w*|slash\w*|stab\w*|sliced)\b/,
    with:
      /\b(soaked|through|pump\w*|out|spurt\w*|not stop|everywhere|neck|groin|thigh|deep|artery|litre|liter|keeps|bone|axe|hatchet|saw|knife|crampon|off (my|his|her)|tourniquet .{0,30}(he|she|him|her|leg|arm)|is bleeding|open|red|pressure)\b/,
  },
  {
    card: "seizure",
    sure:
      /\b(having|has|had|is in) (a |an )?(seizure|fit|convulsions?|epileptic)\b|\b(is|he|she) (seizing|fitting|convulsing)\b|\beyes (have |are )?roll(ed|ing) (back|up)\b|\bepilep\w+ (attack|fit|seizure)\b/,
  },
  {
    card: "seizure",
    likely:
      /\b(seizure|convuls\w*|fitting|jerking|twitching|shaking all over|whole body (is )?(shaking|stiff))\b/,
    with:
      /\b(not respond\w*|unresponsive|eyes|mouth|minutes?|will not stop|he|she|him|her|foam\w*|floor|ground|stiff|biting)\b|^seizure$/,
  },
  {
    card: "heat-stroke",
    sure:
      /^heatstroke( help| now)?$|\b(has|have|got|is it|think|having|with) .{0,8}heatstroke\b|\b(stopped|not) sweating\b/,
  },
  {
    card: "heat-stroke",
    likely: new RegExp(
      String
        .raw`\b${ODD}\b|\b(collaps\w*|passed out|pass out|faint\w*|dry and red|red and dry|skin (is )?(dry|red|hot)|throw\w* up|vomit\w*|not answer\w*|will not answer|unconscious|seizure|cannot stand|burning hot|temperature (is )?(4[0-3]|10[4-9])|fell over|body very hot)\b`,
    ),
    with: HEAT,
  },
  {
    card: "hypothermia",
    sure:
      /\b(stopped|stops) shivering\b|\bcannot stop (shivering|shaking)\b|\b(is|has|have|think|got|with|having) .{0,8}hypothermia\b|^hypothermia\b|\bhypothermia (what|now|help)\b|\bbody temp\w* .{0,14}(2\d|3[0-5])(\.\d)?\b|\bhalf frozen\b/,
  },
  {
    card: "hypothermia",
    likely: new RegExp(
      String
        .raw`\b${ODD}\b|\b(pulse .{0,14}slow|slow pulse|shak\w* like|violently|uncontrollabl\w*|clothes off|undress\w*|stripping|lying in the snow|curled up|just wants to sleep|wants to sleep|not respond\w*|stiff)\b`,
    ),
    with: COLD,
  },
  {
    card: "frostbite",
    sure:
      /\bfrostbite\b.{0,30}\b(nose|toes?|fingers?|ears?|cheeks?|feet|foot|hands?|now|what do|help)\b|\b(has|have|got|think|is it) .{0,12}frostbite\b/,
  },
  {
    card: "frostbite",
    likely: /\b(fingers?|toes?|nose|ears?|feet|foot|hands?|cheeks?|thumbs?|fingertips)\b/,
    with:
      /\b(white and|waxy|hard (and|like)|like wood|like wax|black after|are black|gone black|turned black|frozen|gone (white|pale)|pale like|turned white|wooden|hard and (white|cold)|(cannot|no) feel\w* .{0,20}(cold|white|hard|snow))\b/,
  },
  {
    card: "spine-injury",
    sure:
      /\bcannot (feel|move) (my|his|her|their|any|the) (legs?|arms?|body|hands and|limbs)\b|\bparaly[sz]ed\b|\b(neck|back|spine) (is |might be |may be |looks )?(broken|twisted|snapped|crooked)\b|\bbroke (my|his|her) (neck|back)\b/,
  },
  {
    card: "spine-injury",
    likely: /\b(neck|back|spine|legs? (are |is )?(numb|tingl\w*))\b/,
    with: new RegExp(
      String
        .raw`${HAPPENED.source}|\b(tingl\w*|numb|pins and needles|cannot move|move (him|her)|shallow|do not dare)\b`,
    ),
  },
  {
    card: "head-injury",
    sure:
      /\b(knocked out|knocked unconscious|skull|head injury|concuss(ed|ion))\b|\b(fluid|blood|liquid|water)\b.{0,24}\b(ears?|nose)\b.{0,20}\b(fall|fell|hit|crash|head|after)\b/,
  },
  {
    card: "head-injury",
    likely: /\b(head|helmet|temple|forehead|skull)\b/,
    with:
      /\b(hit|bang\w*|struck|smash\w*|fell on|rock|rockfall|blow|landed on|cracked|bump\w*|split|pupils?|keeps? (asking|forgetting|repeating))\b/,
  },
  {
    card: "poisoning",
    likely:
      /\b(ate|eaten|eating|swallow\w*|drank|drunk|drinking|chewed|tasted|put .{0,30} mouth|took|nibbled)\b/,
    with:
      /\b(mushrooms?|fungus|berries|berry|hemlock|poison\w*|stove fuel|fuel|gasoline|petrol|bleach|pills|alcohol gel|sanitizer|antifreeze|chemical|nightshade|foxglove|yew|wild (carrot|parsnip|plants?|garlic)|plants?|roots?|seeds|tablets|death cap)\b/,
  },
  {
    card: "poisoning",
    likely:
      /\b(carbon monoxide|co alarm|(stove|heater|burner|grill|bbq)\b.{0,30}\b(tent|hut|van|inside)|(tent|hut|van)\b.{0,30}\b(stove|heater|burner|grill))\b/,
    with: /\b(headache|dizzy|drows\w*|sleepy|nausea\w*|vomit\w*|cherry|will not wake|confus\w*|alarm|sick)\b/,
  },
  { card: "poisoning", sure: /\b(overdosed?|poisoned)\b.{0,20}\b(on|by|with|herself|himself)\b/ },
  {
    card: "burns",
    likely:
      /\b((boiling|scalding|hot) (\w+ )?(water|oil|soup|tea|coffee|porridge|stew|pot)|(stove|canister|fuel|gas|lantern) .{0,12}(exploded|blew|flared|burst)|caught (on )?fire|(sleeve|clothes|jacket|hair|pants|shirt|glove|he|she) .{0,10}on fire|(fell|stepped|rolled|tripped) (in|into|on|onto) .{0,12}(fire|campfire|stove|coals|embers)|scalded|badly burn\w*|(burned|burnt|burns?) .{0,20}(face|hand|hands|arm|arms|leg|legs|body|chest|skin|fingers)|(face|hand|arm|leg|skin|hands) .{0,10}(burned|burnt|is burning|blistered))\b/,
  },
  {
    card: "eye-injury",
    likely: /\b(eye|eyes|eyeball)\b/,
    with:
      /\b(poked|stick|branch|acid|spray|fuel|chemical|bleach|bleed\w*|fish ?hook|hook|cut|punctur\w*|cannot see|glass|splash\w*|in (his|her|my|the|both|one|their) eyes?|stuck|blind|pepper|lime|metal|thorn|scratch|blood)\b/,
  },
  {
    card: "fracture",
    sure:
      /\bbone (is |was |are |s )?(sticking|poking|coming|showing|through|out|visible)\b|\bopen fracture\b/,
  },
  {
    card: "fracture",
    likely: new RegExp(
      String
        .raw`\b(broke|broken|snapped|snap|crack|fractur\w*|bent|wrong (way|angle)|looks like a z|deformed|sideways|dislocat\w*|popped out|crooked|odd angle|weird angle|(cannot|not) (put|bear|take) (any )?weight)\b`,
    ),
    with: new RegExp(String.raw`\b${LIMB}\b|\bheard a (snap|crack|pop)\b`),
  },
  { card: "shock", sure: /\b(going|go|gone|went|is) (into|in) shock\b/ },
  {
    card: "shock",
    likely: /\b(pale|gr[ae]y|clammy|cold sweat|sweaty|weak pulse|fast pulse|racing pulse|restless|thirsty)\b/,
    with: new RegExp(
      String.raw`\b(breathing fast|pulse|${HAPPENED.source.slice(3, -3)}|injur\w*|bleed\w*|belly|stomach)\b`,
    ),
  },
  { card: "asthma", sure: /\basthma attack\b/ },
  {
    card: "asthma",
    likely: /\b(asthma\w*|inhaler|puffer|wheez\w*)\b/,
    with:
      /\b(no inhaler|not working|does not work|empty|forgot|lost|left .{0,12}(home|car|camp)|still|worse|struggl\w*|bad|cannot|sentence|speak|breath\w*|air|attack|tight|not help\w*|blue)\b/,
  },
  {
    card: "calling-for-help",
    sure:
      /\b(need|send|want|require) (a |the |some |mountain |us )?(rescue|help now|helicopter|evacuation|medevac|ambulance|search and rescue)\b|^(sos|mayday|help us|help me|emergency|help help|please help)( us| me| now| please| help)*$|^(sos|mayday)\b|\b(stuck|stranded|trapped|ledged out|cliffed out|cragfast)\b.{0,20}\b(cliff|ledge|wall|face|gully|island|rope|tide|fire|flood|slope)\b|\bwe are (going to|gonna|about to) die\b|\b(call|calling|get|signal) (for )?(help|rescue|911|112|999|a helicopter|mountain rescue)\b.{0,30}\b(no (signal|phone|bars|service|reception)|hurt|injured|now|he|she)\b/,
  },
  {
    card: "calling-for-help",
    likely:
      /\b((daughter|son|kid|child|wife|husband|friend|partner|dad|mom|mum|father|mother|boy|girl|brother|sister|toddler|grandpa|grandma|group member|hiker)s? .{0,20}(wandered|is missing|has not (come|returned|shown)|disappeared|vanished|did not (come|return|show)|overdue|gone)|cannot find (him|her|them|my (son|daughter|kid|child|wife|husband|friend|partner|dad|mom|mum|brother|sister|boy|girl))|(surrounded|cut off|trapped|hemmed in) by .{0,12}(fire|water|flames|tide|flood))\b/,
  },
  {
    card: "lost",
    sure:
      /\b(i am|we are|am|are|we got|i got|hopelessly|totally|completely) (so |completely |totally |really |very )?lost\b(?! (my|his|her|our|a|the (lottery|hat|keys?)|in (thought|translation)))|^lost( help| please| in the (woods|forest|fog|dark|mountains))?$|\bcannot find (the |my |our )?(trail|way|path|route|way back|camp|car|trailhead|cairns?|hut)\b|\bno idea where\b|\bdo not know where (i|we|to go)\b|\bwalking in circles\b|\b(i|we) (have )?lost the (way|trail|path|track)\b|\bwhere am i\b/,
  },
  {
    card: "lost",
    likely:
      /\b(wrong (turn|trail|way|valley|side)|nothing looks (right|familiar)|off (the )?(trail|route|path)|separated from|cannot find my (family|mom|mum|dad|parents|group|friends|brother|sister)|map (does not|makes no)|disorient\w*|whiteout|cannot see the (trail|path|markers))\b/,
  },
  {
    card: "unconscious-breathing",
    sure:
      /\b(unconscious|unresponsive|passed out|blacked out|fainted|will not wake|cannot wake|not waking|does not wake|not (coming|come) (round|around|to)|out cold|knocked cold)\b/,
  },
  {
    card: "unconscious-breathing",
    likely: /\b(not respond\w*|no response|does not respond|recovery position|snoring)\b/,
    with: /\b(breath\w*|pulse|he|she|him|her|snoring|now)\b/,
  },
  // What is left of breathlessness and bleeding, after every more specific telling.
  { card: "choking", likely: /\bcannot (breathe|get air|get any air)\b/ },
  { card: "severe-bleeding", likely: /\b(is|am|are|he|she) bleeding\b/ },
];
