"""What is left out of training, to report on. By document, article, domain or query, never by row."""
import hashlib

# SQuAD 2.0 articles, and every article of the encyclopaedia set whose hash falls in its tenth.
SQUAD_REPORT = {"Steam_engine", "Islamism", "Normans"}
# SummEdits: train on two kinds of document, report on the other three.
SUMMEDITS_TRAIN = {"news", "samsum"}


def tenth(key):
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 10


def report_article(name):
    return name in SQUAD_REPORT or tenth(name) == 0


def report_claim(claim_id):
    """WiCE: half of the articles; `dev02986#0` is a claim of article dev02986."""
    return tenth(claim_id.split("#")[0]) % 2 == 1


def report_domain(domain):
    return domain not in SUMMEDITS_TRAIN


def report_query(query):
    """SciFact: half of the training queries."""
    return tenth("scifact " + query) % 2 == 1


def part(source, document):
    """Written questions: our documents train whole (others of ours measure); else a tenth each for tuning and for reporting."""
    if source == "own":
        return "train"
    if source == "guides":
        return "report"
    return {0: "report", 1: "dev"}.get(tenth(document), "train")
