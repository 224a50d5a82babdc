"""Train the attribution network on rows that `write-attribution-rows` wrote; one thread, one seed.

    python3 attribution_train.py OPTIONS.json

The options name the folder of the rows, where the word lists lie, and where the weights go.
"""
import json
import math
import random
import sys
import time

import numpy as np
import torch
from attribution_export import export
from attribution_net import AttributionNet, chain_loss
from attribution_words import Words

DEFAULTS = {
    "seed": 1,
    "epochs": 12,
    "tokens": 1600,
    "rate": 3e-3,
    "average": 0.998,
    "word": 64,
    "hidden": 48,
    "pair": 64,
    "scan": 32,
    "drop_in": 0.25,
    "drop": 0.3,
    "drop_pair": 0.2,
    "vocabulary": 48000,
    "gold": 0.5,
    "parts": ["train"],
}
# Words seen n times are read as unknown words with the chance UNKNOWN / (UNKNOWN + n), and what
# training adds to a word is left out now and then, so that rare words rest on what is known of them.
UNKNOWN = 0.2
LEAVE_OUT = (0.1, 0.07)
# A word or lemma seen fewer times in train gets no vector of its own.
SEEN = 3


def main():
    with open(sys.argv[1]) as file:
        options = {**DEFAULTS, **json.load(file)}
    torch.set_num_threads(1)
    random.seed(options["seed"])
    np.random.seed(options["seed"])
    torch.manual_seed(options["seed"])
    with open(f"{options['rows']}/sizes.json") as file:
        sizes = json.load(file)
    articles = []
    for part in options["parts"]:
        with open(f"{options['rows']}/{part}.rows.jsonl") as file:
            articles.extend(json.loads(line) for line in file)
    marked = [article for article in articles if article.get("isMarked", True)]
    frequency = count([form for article in marked for form in article["forms"]])
    words = Words(options, frequency)
    lemma_frequency = {}
    for word, times in frequency.items():
        lemma = words.lemma(word)
        lemma_frequency[lemma] = lemma_frequency.get(lemma, 0) + times
    own = {w: at + 1 for at, w in enumerate(w for w, n in frequency.items() if SEEN <= n)}
    lemmas = {w: at + 1 for at, w in enumerate(w for w, n in lemma_frequency.items() if SEEN <= n)}
    columns = (words, own, lemmas, frequency)
    # Articles without marks, of which only what teachers think is known, come in at half measure.
    windows, others = [], []
    for article in articles:
        group = windows if article.get("isMarked", True) else others
        group.extend(list_windows(article, sizes, columns, options["gold"]))
    net = AttributionNet(
        torch.from_numpy(words.known), [len(own) + 1, len(lemmas) + 1], sizes, options
    )
    train(net, (windows, others), options)
    vocabulary = sorted(words.index, key=words.index.get)
    rows = [
        torch.tensor([0] + [own.get(word, 0) for word in vocabulary]),
        torch.tensor([0] + [lemmas.get(words.lemma(word), 0) for word in vocabulary]),
    ]
    net.eval()
    export(net, vocabulary, rows, options["out"])


def count(forms):
    frequency = {}
    for form in forms:
        frequency[form] = frequency.get(form, 0) + 1
    return frequency


def list_windows(article, sizes, columns, gold):
    """One article's windows, as arrays; of an article without marks only what teachers think."""
    gold = gold if article.get("isMarked", True) else 0.0
    words, own, lemmas, frequency = columns
    forms = article["forms"]
    features = np.array(article["columns"], np.int64).reshape(len(sizes["token"]), -1).T
    word = np.array([words.index.get(form, 0) for form in forms])
    deltas = np.array(
        [[own.get(form, 0), lemmas.get(words.lemma(form), 0)] for form in forms], np.int64
    )
    # A word that the marked articles never show counts as seen once: its vector is known.
    seen = np.array([frequency.get(form, 1) for form in forms], np.float32)
    head = np.array(article["head"])
    for at, (start, end) in enumerate(article["windows"]):
        inner = head[start:end] - start
        inner[(head[start:end] < start) | (head[start:end] >= end)] = -1
        annotators = []
        for cues in article["annotators"]:
            annotators.append([
                (
                    cue["start"],
                    cue["end"],
                    np.array(cue["pairs"], np.int64).reshape(len(sizes["pair"]), -1).T,
                    read_targets(cue["roles"], cue.get("soft"), gold),
                )
                for cue in cues
                if cue["window"] == at
            ])
        part = slice(start, end)
        soft = article["soft"][at] if "soft" in article else None
        yield (word[part], deltas[part], seen[part], features[part], inner, annotators, (soft, gold))


def read_targets(marks, soft, gold):
    """Targets of a chain: the share `gold` of what is marked and the rest of what teachers think."""
    marked = np.eye(3, dtype=np.float32)[np.array(marks, np.int64)]
    moves = marked[:-1].T @ marked[1:]
    if soft is None:
        return marked, moves
    taught = np.array(soft["labels"], np.float32).reshape(-1, 3)
    taught_moves = np.array(soft["moves"], np.float32).reshape(3, 3)
    return gold * marked + (1 - gold) * taught, gold * moves + (1 - gold) * taught_moves


def make_batches(windows, limit):
    """Windows of like length together, `limit` tokens with padding; in a random order."""
    order = sorted(
        range(len(windows)), key=lambda at: len(windows[at][0]) * (1 + random.random() * 0.15)
    )
    batches, current, longest = [], [], 0
    for at in order:
        length = len(windows[at][0])
        if current and max(longest, length) * (len(current) + 1) > limit:
            batches.append(current)
            current, longest = [], 0
        current.append(windows[at])
        longest = max(longest, length)
    batches.append(current)
    random.shuffle(batches)
    return batches


def collate(windows):
    """A batch, time-major; of several annotators one is drawn."""
    steps, size = max(len(window[0]) for window in windows), len(windows)
    word = np.zeros((steps, size), np.int64)
    deltas = np.zeros((2, steps, size), np.int64)
    columns = np.zeros((steps, size, windows[0][3].shape[1]), np.int64)
    head = np.full((steps, size), -1, np.int64)
    mask = np.zeros((steps, size), bool)
    labels = np.zeros((steps, size, 3), np.float32)
    moves = np.zeros((size, 3, 3), np.float32)
    cues = []
    for at, (words, added, seen, features, heads, annotators, taught) in enumerate(windows):
        length = len(words)
        unknown = np.random.rand(length) < UNKNOWN / (UNKNOWN + seen)
        word[:length, at] = np.where(unknown, 0, words)
        for kind in range(2):
            bare = unknown | (np.random.rand(length) < LEAVE_OUT[kind])
            deltas[kind, :length, at] = np.where(bare, 0, added[:, kind])
        columns[:length, at] = features
        head[:length, at] = heads
        mask[:length, at] = True
        marks = np.zeros(length, np.int64)
        for start, end, pairs, roles in annotators[random.randrange(len(annotators))]:
            marks[start] = 1
            marks[start + 1 : end] = 2
            cues.append((at, start, end, pairs, roles))
        labels[:length, at], moves[at] = read_targets(marks, *taught)
    batch = {
        "word": torch.from_numpy(word),
        "deltas": [torch.from_numpy(delta) for delta in deltas],
        "columns": torch.from_numpy(columns),
        "head": torch.from_numpy(head),
        "mask": torch.from_numpy(mask),
        "labels": (torch.from_numpy(labels), torch.from_numpy(moves)),
    }
    return batch, collate_cues(cues, steps)


def collate_cues(cues, steps):
    if not cues:
        return None
    pairs = np.zeros((steps, len(cues), cues[0][3].shape[1]), np.int64)
    roles = np.zeros((steps, len(cues), 3), np.float32)
    moves = np.stack([cue[4][1] for cue in cues])
    mask = np.zeros((steps, len(cues)), bool)
    for at, (_, _, _, columns, (labels, _)) in enumerate(cues):
        pairs[: len(labels), at] = columns
        roles[: len(labels), at] = labels
        mask[: len(labels), at] = True
    return {
        "of": torch.tensor([cue[0] for cue in cues]),
        "start": torch.tensor([cue[1] for cue in cues]),
        "end": torch.tensor([cue[2] for cue in cues]),
        "pairs": torch.from_numpy(pairs),
        "roles": (torch.from_numpy(roles), torch.from_numpy(moves)),
        "mask": torch.from_numpy(mask),
    }


class Average:
    """A running average of weights, which is what training keeps."""

    def __init__(self, values, most):
        self.values, self.most, self.steps = values, most, 0
        self.kept = [value.detach().clone() for value in values]

    def add(self):
        """Take the weights of now in, in the first steps faster."""
        self.steps += 1
        keep = min(self.most, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            torch._foreach_mul_(self.kept, keep)
            now = [value.detach() for value in self.values]
            torch._foreach_add_(self.kept, now, alpha=1 - keep)

    def put(self):
        """Put the average in the weights' place."""
        with torch.no_grad():
            for value, kept in zip(self.values, self.kept):
                value.copy_(kept)


def cosine_rate(options, at, rise):
    """The rate at step `at[0]` of `at[1]`: a short rise, then a cosine fall."""
    step, total = at
    fall = 0.02 + 0.49 * (1 + math.cos(math.pi * min(1, step / total)))
    return options["rate"] * min(1, (step + 1) / rise) * fall


def train(net, windows, options):
    """Adam with a short rise and a cosine fall; the weights kept are a running average."""
    dense = [value for name, value in net.named_parameters() if not name.startswith("delta")]
    added = list(net.delta.parameters())
    adam = torch.optim.Adam(dense, lr=options["rate"], betas=(0.9, 0.98))
    sparse = torch.optim.SparseAdam(added, lr=options["rate"] / 2)
    average = Average(dense, options["average"])
    marked, others = windows
    draw = lambda: marked + random.sample(others, len(others) // 2)
    total = options["epochs"] * len(make_batches(draw(), options["tokens"]))
    step, began = 0, time.time()
    for epoch in range(options["epochs"]):
        net.train()
        cue_sum = role_sum = 0.0
        for chosen in make_batches(draw(), options["tokens"]):
            rate = cosine_rate(options, (step, total), rise=200)
            for group in adam.param_groups:
                group["lr"] = rate
            for group in sparse.param_groups:
                group["lr"] = rate / 2
            cue_loss, role_loss = losses(net, *collate(chosen))
            adam.zero_grad()
            sparse.zero_grad()
            ((cue_loss + role_loss) / len(chosen) * 0.1).backward()
            torch.nn.utils.clip_grad_norm_(dense, 1.0)
            adam.step()
            sparse.step()
            step += 1
            average.add()
            cue_sum += cue_loss.item()
            role_sum += role_loss.item()
        count = len(marked) + len(others) // 2
        print(
            f"epoch {epoch + 1}: cue {cue_sum / count:.3f}, roles {role_sum / count:.3f}, "
            f"{time.time() - began:.0f} s",
            flush=True,
        )
    average.put()


def losses(net, batch, cues):
    encoded = net.encode(batch)
    cue_loss = chain_loss(net.cue(encoded), net.cue_moves, batch["labels"], batch["mask"]).sum()
    if cues is None:
        return cue_loss, torch.zeros(())
    scores = net.roles(encoded, cues)
    return cue_loss, chain_loss(scores, net.role_moves, cues["roles"], cues["mask"]).sum()


if __name__ == "__main__":
    main()
