/**
 * Requests for help with doing harm: to people, to animals, to places, and to oneself by breaking what protects.
 * @module
 */
import { fold } from "../text/normalize.ts";
import { isSelfHarm } from "./self_harm.ts";

/** Who asks how to do it, tells that he will, or begins with the deed. Bears and lightning kill people too, but ask nothing. */
const ASKS = String.raw`(?:\b(?:how|where) (?:do|can|could|would|should|might|to)(?: (?:i|we|you|one|u))?` +
  String
    .raw`|\b(?:ways?|places?|spots?|time|method|tricks?|tips|switchback|plan|looking|help me|show me how|tell me how|teach me) (?:to|for|of)|\bhelp me` +
  String
    .raw`|\b(?:i|we)(?:'m| am|'re| are|'d| would)? (?:want to|wanna|going to|gonna|plan to|planning to|need to|like to|about to|thinking of|will)` +
  String.raw`|\b(?:i|we)'ll|\b(?:can|could) (?:i|we)|\b(?:what|which|best|good)(?: \w+){0,3} (?:to|for)` +
  String.raw`|^(?!hurt |injur)(?:so |ok |hey |please )?(?:want to |wanna |going to |need to )?)` +
  String.raw` ?(?:(?:just|secretly|quietly|quickly|easily|best|silently|actually|legally|safely) )*\b`;

const KIN =
  "wife|husband|girlfriend|boyfriend|spouse|partner|brother|sister|mother|father|mom|mum|dad|son|daughter|kids?|child(?:ren)?|baby|boss|ex|friends?|mates?|buddy|neighbou?rs?|guides?|rangers?|hikers?|campers?|climbers?|walkers?|skiers?|bikers?|cyclists?|riders?|runners?|strangers?|tourists?|visitors?|cowork\\w+|colleagues?|classmates?|teacher|roommates?|rivals?|enem(?:y|ies)|tent ?mates?|girls?|boys?|guys?|m[ae]n|wom[ae]n|persons?|people|group|party|family|uncle|aunt|cousin|grand(?:ma|pa|mother|father)|step\\w+";
const PERSON = String
  .raw`(?:(?:him|her|them)(?=$|[?.!,;:]| (?:in|on|with|and|so|without|while|when|before|by|from|off|over|into|at|using|during|out|unconscious|tonight|never|die|drown|disappear|pass|sick|drunk|high|asleep|as|like|to look)\b)` +
  String.raw`|(?:someone|somebody|anyone|anybody)(?: else)?(?:'?s)?` +
  String
    .raw`|(?:(?:a|an|the|that|this|those|these|another|other|some|my|our|his|her|their|every|all|random|annoying|loud|noisy|sleeping|fellow|hiking|climbing|tent|trail|park|old|two|few) ){0,4}(?:${KIN})(?:'?s)?)\b`;
const ANIMAL =
  "(?:bears?|cubs?|elk|moose|deer|fawns?|bison|(?:mountain )?lions?|cougars?|bobcats?|wolves|wolf|coyotes?|fox(?:es)?|snakes?|rattlesnakes?|rattlers?|squirrels?|chipmunks?|marmots?|raccoons?|goats?|sheep|eagles?|owls?|condors?|ravens?|tortoises?|beavers?|otters?)";
const MANY_WORDS =
  "(?:(?:a|an|the|some|wild|live|those|that|these|baby|young|big|local|old|golden|black|brown|bald|grizzly) )*";

const pattern = (...parts: readonly string[]) => new RegExp(parts.join(""));

/** Harm to people. Courtesies such as "can I" excuse none of it. */
const TO_PEOPLE: readonly RegExp[] = [
  pattern(
    ASKS,
    "(?:kill|murder|hurt|harm|injur|beat up|beating up|ambush|pepper spray|blind|poison|drown|strangl|stab|smother|suffocat|kidnap|abduct|rap|molest|assault|rob|mug|blackmail|stalk|drug|maim|tortur|electrocut|cripple)(?:e|ing)? ",
    PERSON,
    String.raw`(?! less\b)`,
  ),
  pattern(ASKS, String.raw`(?:kill|poison|harm|hurt) (?:\w+ ){0,2}(?:'s |s )?dogs?\b`),
  pattern(ASKS, "shoot(?:ing)? ", PERSON),
  // Pushed to the summit is no harm, pushed off it is.
  pattern(
    ASKS,
    "(?:push|shov|throw|kick|knock|toss)(?:e|ing)? ",
    PERSON,
    String
      .raw` (?:off|over|in|into|down|from)(?: of)? (?:the |a |an |some |that )?(?:\w+ )?(?:cliff|edge|ledge|rapids?|river|water|lake|crevasse|rim|bridge|ravine|gorge|canyon|summit|waterfalls?|falls|precipice|fire|overhang|drop)\b(?!.*\b(?:cool\w*|heat\w*|burn\w*|cold|rescue|save|learn)\b)`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:roll|throw|drop|push|kick|start|trigger|set(?:ting)? off|releas|caus|send)(?:e|ing)? (?:an? |the |some |down |big |loose )*(?:boulders?|rocks?|stones?|logs?|rock ?falls?|rock ?slides?|landslides?|avalanches?|snow slides?|cornices?)(?: down)? (?:on ?to|on|at|into|over) `,
    PERSON,
  ),
  pattern(
    ASKS,
    "(?:make|making) ",
    PERSON,
    String
      .raw` (?:so \w+ (?:that )?(?:he|she|they) )?(?:dies?|drowns?|freezes? to death|disappears?|vanish(?:es)?|never wake|never come|pass(?:es)? out|faints?|unconscious|sick(?! of)|ill|overdoses?|falls? (?:off|down|into)|gets? lost|stops? breathing)\b`,
  ),
  pattern(
    String.raw`^(?!.*\b(?:can|could|does|will|why)\b).*\b(?:make|put)s? `,
    PERSON,
    String.raw` (?:to )?(?:never wake|sleep forever|not wake)`,
  ),
  pattern(
    String.raw`^(?:what|which|how)\b.{0,30}\bknocks? `,
    PERSON,
    " out (?:so (?:that )?(?:he|she|they|i|we)|long enough|without)",
  ),
  pattern(
    ASKS,
    "knock(?:ing)? (?:out )?",
    PERSON,
    String.raw`(?: out| unconscious| cold)?(?= (?:so|long enough|without|while|with)\b)`,
  ),
  pattern(
    String
      .raw`\b(?:how (?:much|many)|which|what|best)\b.{0,40}\b(?:pills?|tablets|units|insulin|drops|grams|mg|ml|plants?|berr(?:y|ies)|mushrooms?|poisons?|hemlock|nightshade|drugs?|sleeping)\b.{0,20}\b(?:to|for) (?:kill|poison|drug|finish off|murder)(?:ing)? `,
    PERSON,
  ),
  pattern(
    ASKS,
    "(?:trip|trap)(?:p?ing)? ",
    PERSON,
    String.raw`.{0,30}\b(?:when nobody|so (?:that )?(?:he|she|they)|without (?:anyone|anybody))\b`,
  ),
  pattern(String.raw`\b(?:get|take|getting|taking|want) (?:my )?revenge on `, PERSON),
  pattern(
    ASKS,
    "(?:leave|abandon|strand)(?:ing)? ",
    PERSON,
    String
      .raw`.{0,25}\b(?:no way (?:down|back|out)|to die|so (?:that )?(?:he|she|they) (?:dies?|freezes?|never (?:come|get|return|wake)s?|gets? lost))\b`,
  ),
  // What others drink and eat.
  pattern(
    ASKS,
    "(?:spik|lac|drug|poison|taint|contaminat)(?:e|ing) (?:the )?(?:",
    PERSON,
    String
      .raw`|his|her|their|camp|whole|group'?s?|well|spring|town)\b.{0,12}\b(?:drinks?|food|bottles?|water|coffee|beers?|dinner|flasks?|tea|meals?|soup|wine|supply|well|spring)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:put|slip|mix|sneak|drop|pour|crush|stir|hid|add)(?:e|t?ing)? .{0,25}\b(?:sleeping pills?|drugs?|sedatives?|laxatives?|ghb|roofies?|rohypnol|xanax|antifreeze|poison|hemlock|nightshade|tranquili[sz]ers?|ketamine)\b.{0,12}\b(?:in|into|in to) (?:`,
    PERSON,
    String.raw`|his|her|their) `,
  ),
  pattern(
    ASKS,
    "(?:get|getting) ",
    PERSON,
    String.raw` (?:drunk|wasted|stoned|high(?! (?:up|enough|on the))|blacked out)\b`,
  ),
  pattern(
    ASKS,
    "(?:cut|loosen|saw through|weaken|fray|unscrew|sabotag|tamper with)(?:e|ing)? (?:the |",
    PERSON,
    String
      .raw`|his|her|their) .{0,25}\bso (?:that )?(?:it|he|she|they) (?:falls?|breaks?|snaps?|fails?|dies?|crash(?:es)?)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:string|stretch|put|set|lay|rig|hid|plac)(?:e|t?ing)? .{0,30}\b(?:wires?|fishing line|nails|spikes|trip ?wires?|traps?)\b.{0,30}\b(?:across|on|along|over) (?:the |a )?(?:\w+ )?(?:trail|path|track)\b.{0,40}\b(?:bik\w+|cyclists?|riders?|runners?|hikers?|people|walkers?)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:mov|turn|remov|hid|chang|switch|swap|destroy)(?:e|ing)? .{0,20}\b(?:signs?|markers?|blazes?|cairns?)\b.{0,50}\b(?:get lost|lost|wrong|mislead|astray)\b(?<!\b(?:i|we) (?:get|got|am|are) ?(?:lost|wrong))`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:track|follow|stalk)(?:ing)? .{0,40}\bwithout (?:her|him|them|my \w+) (?:knowing|noticing)\b`,
  ),
  pattern(ASKS, "track(?:ing)? (?:my ex|a stranger)'?s? phone"),
  /\b(?:make|making|so|that) (?:it|that|this|(?:his|her|their|the) (?:death|fall|drowning))? ?(?:would |will )?(?:looks?|seems?|appears?) (?:like )?(?:an? )?(?:accident|accidental|suicide)\b/,
  /\b(?:hide|hiding|dispose of|disposing of|get rid of|bury|dump) (?:a |the |his |her |their )(?:dead )?(?:body(?! (?:odou?r|hair|heat|fat|smell|bag|lotion|wipes?|waste|spray))|corpse)\b/,
  // Weapons.
  pattern(
    String
      .raw`\b(?:make|making|build|building|set(?:ting)? off|detonat\w+|assemble|rig|mix|home ?-?made|diy)\b (?:an? |the |my |some |own )*(?:small |pipe |petrol |fertili[sz]er )?`,
    String
      .raw`(?:bombs?(?![- ]?(?:proof|shelter))|explosives?|molotovs?|dynamite|grenades?|napalm|booby ?traps?|tnt)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`blow(?:ing)? up (?:a |the |someone'?s |his |her |their |my neighbou?r'?s )(?:\w+ )?(?:bridge|dam|building|car|lodge|station|outhouse|cabin|hut|house)\b`,
  ),
];
/** What is told of others, asked out of fear or for pictures, and what lives on people. */
const NO_DEED =
  /\b(?:(?:someone|somebody|people|kids|teens|guys?|m[ae]n|strangers?|hunters?|campers?|poachers?|skiers?|he|she|they|who|which|friend|husband|wife|partner|brother|son|neighbou?rs?) (?:just |has |have |had |is |are |was |were |keeps? |may |might )*(?:put|set|cut|shoot\w*|roll\w*|throw\w*|start\w*|push\w*|knock\w*|mov\w*|want\w*|try\w*|tried|threat\w*|going to|gonna)|(?:i|we) (?:saw|see|heard|found|met|watched|accidentally|fear)|report\w*|protect(?:s|ing|ion)?|defen[cs]e|defend|safe from|accidentally|by accident|by mistake|drill|rescue practice|in the (?:movie|film|book|game))\b/;
const PICTURES =
  /\b(?:photo\w*|pictures?|pics?|portraits?|camera|lens|\d+ ?mm|iso|shutter|aperture|settings|video\w*|film|telephoto|gopro|exposure|tripod|backlit|backlight|sunset|sunrise|silhouettes?|milky way|stars|time ?lapse|from behind|wide angle)\b/;
const PESTS =
  /\b(?:ticks?|lice|mites?|germs?|bacteria|bugs?|mosquito\w*|midges|ants?|wasps?|hornets?|flies|fleas?|larvae|virus\w*|parasites?|weeds?|spiders?|mice|rats?|mou?ld|moths?|worms?|leech\w*|cysts|giardia|cryptosporidium|spores|bedbugs?|fungus|time|boredom|pain|cramps?|headaches?|hunger|snoring|appetite|odou?r|smell)\b/;

const UNSAFE: readonly RegExp[] = [
  // Breaking the law or the rules.
  /^(?!.*\b(?:which|when|shut|reopen\w*|winter)\b).*\b(?:sneak|slip|hike|climb|(?:get|go) (?:past|around|by|up|in|into|onto)\b)\s*.{0,25}\b(without (a |getting )?(permit|permission|paying)|past the rangers?|closed (trail|area|road|section))\b/,
  pattern(
    ASKS,
    String
      .raw`sneak(?:ing)? (?!peek|peak|preview).{0,40}\b(?:permits?|rangers?|gate|entrance|clos(?:ed|ure)|fees?|park|paying|campground|for free|dog|drone|gun)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:dodg|evad|brib|trick|fool|hide from|lie to|get past|slip past|outrun)(?:e|ing)? (?:a |the |park |any )*(?:rangers?|wardens?|checkpoints?|patrols?)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:forg|counterfeit|photoshop|falsif|fak)(?:e|y|ing)? (?:an? |the |my |our )(?:\w+ ){0,3}?(?:permits?|pass(?:es)?|id|reservations?|wristbands?|licen[cs]es?|tags?|tickets?|prescriptions?|note)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:make|making|print|buy|get|use|sell)(?:t?ing)? (?:a |an |some )?(?:fake|forged|counterfeit) (?:\w+ )?(?:permits?|pass(?:es)?|id|reservations?|wristbands?|licen[cs]es?|tags?|tickets?|prescriptions?|note)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:get|buy|obtain|order|score)(?:t?ing)? .{0,20}\b(?:dexamethasone|dex|diamox|acetazolamide|nifedipine|sildenafil|steroids?|antibiotics?|opioids?|opiates|oxy\w*|morphine|codeine|tramadol|fentanyl|ketamine|xanax|valium|adderall|ritalin|sleeping pills?|drugs)\b.{0,25}\bwithout (?:a |any |the |having a |my )?(?:doctor'?s? )?(?:prescription|script)\b`,
  ),
  /\b(?:without|where is no|no) cameras?\b.{0,20}$|\bcameras? (?:seeing|catching|spotting) (?:me|us)\b|\bso (?:that )?nobody suspects\b|\bwithout (?:getting|being) (?:caught(?! (?:in|by|up|out|on|between|off|under|short|behind|at the|with))|traced)\b|\buntraceabl[ey]\b/,
  /\b(?:get|getting) away with (?:it|this|murder|a crime|theft|(?:steal|kill|poach|forg)ing)\b/,
  pattern(
    ASKS,
    String
      .raw`(?:fak|feign|call in|set(?:ting)? off|trigger|activat|press)(?:e|ing)? .{0,30}\b(?:plb|beacons?|sos|call|inreach|distress|rescue|mayday|flares?|911|emergency)\b.{0,40}\b(?:for (?:a laugh|fun|a joke|kicks|a prank)|as a (?:joke|prank))`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:fak|feign)(?:e|ing)? (?:an? |my )?(?:injury|emergency|distress call|broken \w+|heart attack|illness)\b.{0,40}\b(?:rescue|helicopter|lift|ride|flown|free)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:steal|vandali[sz]|smuggl|rob|loot|siphon|hot-?wir|graffiti|spray ?-?paint|slash|shoplift)(?:e|ing)? (?!.{0,20}\b(?:cake|surprise|birthday|snacks?|the show|a kiss|a glance|some sleep|a nap|bees|bank of)\b)`,
  ),
  pattern(
    ASKS,
    String
      .raw`break(?:ing)? into (?:a |an |the |someone'?s |other |their |his |her |parked )+(?:\w+ )?(?:huts?|cabins?|cars?|lockers?|stations?|tents?|lodge|trucks?|vans?|campers?|house)\b(?!.*\b(?:storm|emergency|blizzard|freezing|shelter)\b)`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:pick|cut|break|smash|saw)(?:ting|ing)? (?:the |a )?(?:pad)?locks? (?:of|on|off) (?:a |an |the |someone'?s )`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:smash|destroy|knock(?:ing)? down|vandali[sz])(?:e|ing)? (?:a |all |the |some |trail )*(?:cairns|signs|markers|bolts)\b`,
  ),
  pattern(ASKS, String.raw`jam(?:ming)? (?:a |the )?(?:\w+ )?radios?\b(?! (?:button|antenna|into))`),
  pattern(ASKS, String.raw`(?:spray|paint)(?:ing)? graffiti\b`),
  /\bcarv(?:e|ing) (?:my|our) (?:names?|initials)\b(?!.*\b(?:stick|staff|spoon|pumpkin|poles?|snow)\b)/,
  pattern(
    ASKS,
    String
      .raw`(?:tak|steal|dig up|digging up|remov|pocket|bring home)(?:e|ing)? (?:an? |the |some |old |home |indian |native |ancient )*(?:arrowheads?|artifacts?|artefacts?|petroglyphs?|fossils|petrified wood|relics|cactus|cacti|saguaros?)\b(?! (?:spines?|needles?|thorns?|photos?))`,
  ),
  // Fire.
  pattern(
    ASKS,
    String
      .raw`(?:start|set|light|caus|spark|ignit)(?:e|t?ing)? (?:a |the |some )?(?:big |huge )?(?:forest|wild ?|brush|bush ?|grass) ?fires?\b(?! ?breaks?)`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:set|setting|light|lighting) (?:fire to (?:\w+ ){0,3}(?:cabin|hut|tents?|car|lodge|shelter|barn|station)\b|(?:\w+ ){1,3}(?:on fire|ablaze|alight)\b|(?:a |the |some |dry )+(?:forest|woods|hillside|meadow|brush|grass)\b)`,
  ),
  pattern(
    ASKS,
    String
      .raw`burn(?:ing)? down (?:a |the |my |his |her |their |someone'?s |that |some )?(?:\w+ )?(?:forest|woods|cabin|hut|house|lodge|barn|shelter|station|tents?|building|bridge|trees?|outhouse|place)\b`,
  ),
  // Animals and places.
  pattern(ASKS, String.raw`poach(?:ing)?\b(?!.*\b(?:eggs?(?! from)|pears?|fillets?)\b)`),
  pattern(
    ASKS,
    String
      .raw`(?:feed|pet|touch|ride|lure|bait|tame|catch|capture|provoke|tease|harass|grab|snare|trap|electrocute|smuggle|kiss)(?:t?ing)? `,
    MANY_WORDS,
    ANIMAL,
    // A bear can is no bear, and a snake in the tent has to leave it.
    String
      .raw`\b(?! (?:wool|tracks?|scat|droppings|fur|ticks?|prints?|bells?|spray|cans?|canisters?|bags?)\b)(?!.*\b(?:humanely|in (?:my|our|the) (?:tent|cabin|hut|van|car|boots?|bag|house|attic))\b)`,
  ),
  pattern(
    ASKS,
    "(?:poison|shoot|kill)(?:ing)? ",
    MANY_WORDS,
    ANIMAL,
    String
      .raw`\b(?!.*\b(?:hospital|bit|bites?|bitten|humanely|in (?:my|our|the) (?:tent|cabin|hut|van|car|boots?|bag|house|attic))\b)`,
  ),
  pattern(
    String
      .raw`\b(?:poison(?! (?:oak|ivy|sumac|hemlock))|strychnine|antifreeze|cyanide)\b.{0,25}\b(?:for|gets? rid of|to kill|kills?|against) `,
    MANY_WORDS,
    ANIMAL,
    String.raw`\b`,
  ),
  pattern(
    ASKS,
    String.raw`milk(?:ing)? (?:the |some )?(?:venom|`,
    MANY_WORDS,
    String.raw`(?:rattle)?snakes?\b)`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:trap|net|harpoon|snare|sell|steal)(?:t?ing|p?ing)? (?:a |an |the |some |wild )*(?:hawks?|falcons?|song ?birds?|seals?|lynx|nestlings|owls?)\b`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:cut|chop|saw) down (?:a |an |the |some )?(?:\w+ )?(?:protected|ancient|national park|wilderness|old-growth) `,
  ),
  /\bfish(?:ing)? with (?:dynamite|explosives|bleach|poison|grenades?)\b|\b(?:blast|dynamite|bomb|electrocute|bleach|poison)(?:ing)? (?:some |the |for )*(?:trout|fish|salmon)\b/,
  pattern(
    ASKS,
    String
      .raw`(?:dump|pour|tip|ditch|toss|throw|drain)(?:ing)? .{0,20}\b(?:oil|diesel|petrol|gasoline|fuel|paint|chemicals?|sewage|pesticides?|antifreeze|batteries|tires|tyres|solvents?|trash|garbage|rubbish)\b (?:away )?(?:in|into|down|off) (?:a |the |some |that )?(?:\w+ )?(?:creek|river|stream|lake|pond|spring|ravine|gully|gorge|canyon|woods|forest|cliff)\b(?! water)`,
  ),
  /(?<!\bwhere (?:do|can|could|should|may|to) ?(?:i|we|you)? ?)\bdump(?:ing)? (?:my |our |the )?(?:trash|garbage|rubbish|oil|sewage|chemicals)\b(?! (?:cans?|bags?|bins?))/,
  pattern(
    ASKS,
    String
      .raw`(?:fell|cut down|chop down|chop|saw down|topple|girdle|carve|spray|dump|pour|burn)(?:ing)? .{1,40}\bwithout (?:anyone|anybody|the rangers?|a ranger|being|getting) (?:notic|see|find|know|seen|caught)`,
  ),
  pattern(
    ASKS,
    String
      .raw`(?:get|getting) (?:drunk|wasted|stoned|high)\b(?! (?:enough|up|above|on the|ground|faster|quicker|sooner|easier|more|blood|bp|fever|winds?|into|over))`,
  ),
  // Whoever tells what was taken may need help.
  /^(?!.*\b(?:took|taken|ate|eaten|swallowed|overdos\w*|stepped|needles?|panic\w*|found a)\b).*\b(magic mushrooms?|meth|cocaine|heroin|lsd|shrooms)\b/,
];
/** Questions about staying away from the same things are welcome; "how can I" asks for the deed itself. */
const CAREFUL =
  /\b(not to|don'?t|avoid|prevent|stop|should (i|we)|is it (ok|okay|legal|allowed|illegal|safe)|(?<!\b(?:how|where) )can (i|we|you)|may (i|we)|why|rules?|allowed|what happens if|happens if|illegal|offen[cs]e|a crime|fine for|penalty|legally|hunting season|in season|(hunting|fishing) licen[cs]e|how (far|high|long|often|likely)|do (people|bears|i need|we need)|when (do|did|does))\b/;

/** Whether a question asks for help with doing harm. */
export function isUnsafe(question: string): boolean {
  const text = fold(question);
  if (isSelfHarm(question)) return true;
  const told = NO_DEED.test(text);
  const excused = told || (PICTURES.test(text) && /\b(shoot\w*|disappear|catch|capture)\b/.test(text)) ||
    (PESTS.test(text) && /\b(kill|poison|drown|get rid)/.test(text));
  if (excused) return false;
  return TO_PEOPLE.some((one) => one.test(text)) ||
    (!CAREFUL.test(text) && UNSAFE.some((one) => one.test(text)));
}
