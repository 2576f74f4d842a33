"""Sentences made false by one small change, for teaching the support head.

Each function takes a sentence (and sometimes other text of its source) and returns the changed sentence or None where
the change does not apply. `corruptions` lists every change that applies, with its kind.
"""
import random
import re

PAIRS = """up/down | upper/lower | lower/raise | lower/higher | above/below | over/under | left/right | north/south | east/west
northern/southern | eastern/western | before/after | earlier/later | first/last | inside/outside | indoors/outdoors
uphill/downhill | upstream/downstream | upwind/downwind | upward/downward | forward/backward | toward/away from
near/far from | in front of/behind | top/bottom | clockwise/counterclockwise | increase/decrease | increases/decreases
increased/decreased | increasing/decreasing | rise/fall | rises/falls | raised/lowered | high/low | more/less
most/least | larger/smaller | large/small | longer/shorter | long/short | faster/slower | fast/slow | quickly/slowly
hot/cold | warm/cool | cool/heat | warmer/cooler | wet/dry | dry/damp | dry/slippery | tight/loose | tightly/loosely
deep/shallow | thick/thin | wide/narrow | heavy/light | strong/weak | stronger/weaker | hard/soft | early/late
old/new | old/young | open/closed | open/close | full/empty | clean/dirty | clear/cloudy | safe/dangerous
safer/riskier | better/worse | best/worst | good/bad | common/rare | likely/unlikely | easy/difficult | easier/harder
simple/complex | possible/impossible | present/absent | positive/negative | acute/chronic | mild/severe
internal/external | male/female | men/women | boys/girls | child/adult | children/adults | mother/father | day/night
morning/evening | sunrise/sunset | summer/winter | spring/autumn | with/without | include/exclude | includes/excludes
allow/forbid | allowed/forbidden | permitted/prohibited | required/optional | mandatory/voluntary | gain/lose
lose/win | gained/lost | lost/won | start/stop | begin/end | begins/ends | enter/leave | push/pull | add/remove
added/removed | tie/untie | lock/unlock | attach/detach | cause/prevent | causes/prevents | caused/prevented
improve/worsen | improves/worsens | help/hinder | protects/harms | accept/refuse | accepted/rejected | buy/sell
bought/sold | love/hate | cheap/expensive | loud/quiet | bright/dark | public/private | major/minor | minimum/maximum
at least/at most | more than/less than | always/never | both/neither | everyone/nobody | everything/nothing
alone/together | dependent/independent | dominant/recessive | benign/malignant | front/back | outer/inner
liquid/solid | flat/steep | awake/asleep | conscious/unconscious | sit/stand | stand/lie | sitting/standing
face up/face down | swallow/spit out | freeze/boil | freeze/melt | freezing/boiling"""
MODALS = """must/may | must/should not | should/need not | should/must not | may/must | can/cannot | can/must | cannot/can
could/could not | will/may | will/will not | always/sometimes | usually/always | often/rarely | sometimes/always
never/sometimes | rarely/often | all/some | every/some | most/few | many/few | some/all | only/also | needs/to may
have/to may | has/to may | do not/do | does not/does | is not/is | are not/are | was not/was | were not/were | no/any
not/"""
UNITS = """minutes/hours | minute/hour | hours/days | hour/day | days/weeks | day/week | weeks/months | week/month | months/years
month/year | years/months | feet/miles | feet/inches | foot/mile | inches/feet | inch/foot | miles/kilometres
meters/kilometers | metres/kilometres | yards/feet | degrees/percent | gallons/liters | liters/milliliters
litres/millilitres | ounces/pounds | pounds/kilograms | mg/g | cm/mm | m/km | km/m | °f/°c | °c/°f | percent/degrees
seconds/minutes | second/minute | million/billion | billion/million | thousand/million | dollars/cents
milligrams/grams | micrograms/milligrams"""


def table(text, both=True):
    """`a/b` entries as {a: [b, …]}; with `both` also {b: [a, …]}."""
    found = {}
    for entry in re.split(r"[|\n]", text):
        a, b = (side.strip() for side in entry.split("/"))
        found.setdefault(a, []).append(b)
        if both:
            found.setdefault(b, []).append(a)
    return found


ANTONYMS, MODALITY, UNIT = table(PAIRS), table(MODALS, False), table(UNITS, False)


def swap_from(words, sentence, rng, after_number=False):
    hits = []
    for a in words:
        lead = r"(?<=\d)\s?-?" if after_number else r"(?<![\w-])"
        for m in re.finditer(lead + re.escape(a) + r"(?![\w-])", sentence, re.I):
            hits.append((m.start() + len(m.group()) - len(a), m.end(), a))
    if not hits:
        return None
    s, e, a = rng.choice(hits)
    b = rng.choice(words[a])
    if sentence[s].isupper() and b:
        b = b[0].upper() + b[1:]
    return re.sub(r"  +", " ", sentence[:s] + b + sentence[e:]).replace(" .", ".")


def direction(sentence, rng, context):
    return swap_from(ANTONYMS, sentence, rng)


def modality(sentence, rng, context):
    return swap_from(MODALITY, sentence, rng)


def unit(sentence, rng, context):
    return swap_from(UNIT, sentence, rng, after_number=True)


NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,])\d+(?:\.\d+)?(?![\w]*\d)")
WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()


def number(sentence, rng, context):
    hits = list(NUMBER.finditer(sentence))
    named = [m for w in WORDS for m in re.finditer(rf"\b{w}\b", sentence, re.I)]
    if not hits and not named:
        return None
    if not hits or (named and rng.random() < 0.3):
        m = rng.choice(named)
        new = rng.choice([w for w in WORDS if w != m.group().lower()])
        if m.group()[0].isupper():
            new = new.capitalize()
        return sentence[:m.start()] + new + sentence[m.end():]
    m = rng.choice(hits)
    text = m.group()
    value = float(text.replace(",", ""))
    others = [x.group() for x in NUMBER.finditer(context) if x.group() != text]
    if others and rng.random() < 0.5:
        new = rng.choice(others)
    elif re.fullmatch(r"(1[5-9]|20)\d\d", text):
        new = str(int(text) + rng.choice([-20, -11, -10, -5, -3, -2, -1, 1, 2, 3, 4, 7, 10]))
    else:
        factor = rng.choice([0.1, 0.5, 0.8, 1.2, 1.5, 2, 3, 10])
        changed = value * factor
        changed = round(changed) if "." not in text and changed >= 1 else round(changed, 1)
        if changed == value:
            changed = value + 1
        new = f"{changed:,}" if "," in text else f"{changed:g}" if changed < 1e5 else str(int(changed))
    return sentence[:m.start()] + new + sentence[m.end():] if new != text else None


VERBS = r"\b(is|are|was|were|can|could|should|must|will|would|may|might|has|have|had|does|do|did)\b(?! not|n't)"


def negation(sentence, rng, context):
    for pattern, new in ((r"\b(do|does|did|is|are|was|were|can|should|must|will) not\b", r"\1"), (r"\b(is|are|was|were|do|does|did|should|would|could|ca|wo)n't\b", r"\1"),
                         (r"\b[Nn]ever\b", "always"), (r"\b[Dd]on't\b", "Do"), (r"\bno longer\b", "still"), (r"\bwithout\b", "with")):
        if re.search(pattern, sentence) and rng.random() < 0.8:
            return re.sub(pattern, new, sentence, count=1).replace("ca ", "can ").replace("wo ", "will ")
    m = re.search(VERBS, sentence)
    if m:
        return sentence[:m.end()] + " not" + sentence[m.end():]
    m = re.match(r"(?:\d+\. |• )?([A-Z][a-z]+) (the|your|a|an|it|them|him|her|all|any|in|on|at|for|to|with)\b", sentence)
    if m:
        at = m.start(1)
        return sentence[:at] + rng.choice(["Do not ", "Never ", "Avoid to "][:2]) + sentence[at].lower() + sentence[at + 1:]
    return None


NAME = re.compile(r"(?<!^)(?<![.!?:] )\b(?:[A-Z][\w'’-]+)(?: (?:of |the |de )?[A-Z][\w'’-]+)*")


def entity(sentence, rng, context):
    here = [m for m in NAME.finditer(sentence) if len(m.group()) > 2]
    others = sorted({m.group() for m in NAME.finditer(context)} - {m.group() for m in here})
    if not here or not others:
        return None
    m = rng.choice(here)
    return sentence[:m.start()] + rng.choice(others) + sentence[m.end():]


NOUN = re.compile(r"\b(?:the|a|an|your|their|its|of|with|for) ([a-z]{4,})\b(?= (?:is|are|was|were|and|or|in|on|to|of|for|with)\b|[,.;])")


def noun(sentence, rng, context):
    here = list(NOUN.finditer(sentence))
    others = sorted({m.group(1) for m in NOUN.finditer(context)} - set(sentence.lower().split()))
    if not here or not others:
        return None
    m = rng.choice(here)
    return sentence[:m.start(1)] + rng.choice(others) + sentence[m.end(1):]


def order(sentence, rng, context):
    """Two items of an "A, then B" or "A before B" change places."""
    m = re.match(r"^((?:\d+\. |• )?)(.{8,80}?),? (then|before|after) (.{8,100}?)([.;]?)$", sentence)
    if not m:
        return None
    a, b = m.group(2), m.group(4)
    return f"{m.group(1)}{b[0].upper()}{b[1:]} {m.group(3)} {a[0].lower()}{a[1:]}{m.group(5)}"


KINDS = [number, unit, direction, modality, negation, entity, noun, order]


def corruptions(sentence, context, rng):
    """Every (kind, changed sentence) that differs and is not said by the context itself."""
    found = []
    low = context.lower()
    for make in KINDS:
        changed = make(sentence, rng, context)
        if changed and changed != sentence and changed.lower() not in low:
            found.append((make.__name__, changed))
    return found


SPLIT = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9•\"“(])|\n+")


def sentences(text):
    return [s.strip() for s in SPLIT.split(text) if s.strip()]


def reword(sentence, rng):
    """Small changes that keep the meaning: list marks off, a clause alone, plain synonyms."""
    s = re.sub(r"^(?:\d+\.|[•*-])\s*", "", sentence).strip()
    if rng.random() < 0.35:
        parts = re.split(r"; |, (?:and|but|so|because|which)\b ?", s)
        whole = [p for p in parts if len(p.split()) >= 5]
        if len(parts) > 1 and whole and whole[0] == parts[0]:
            s = parts[0].rstrip(".,;") + "."
    for a, b in (("approximately", "about"), ("about", "around"), ("such as", "like"), ("in order to", "to"), ("people", "persons"), ("usually", "generally"),
                 ("do not", "don't"), ("cannot", "can't"), ("however", "but"), ("use", "make use of"), ("begin", "start"), ("help", "assist"), ("get", "obtain"), ("show", "demonstrate"),
                 ("keep", "hold"), ("large", "big"), ("small", "little"), ("need", "require"), ("also", "additionally"), ("because", "since"), ("called", "known as"), ("many", "a lot of")):
        if rng.random() < 0.5:
            s = re.sub(rf"\b{a}\b", b, s, count=1)
    return s


if __name__ == "__main__":
    rng = random.Random(0)
    text = "Boil water for at least 3 minutes above 6,500 feet. Never camp below a dead tree. Mary Jones must walk upwind before she cooks the meal. Keep the wound clean, then cover it."
    for sentence in sentences(text):
        print(sentence, corruptions(sentence, text, rng))
