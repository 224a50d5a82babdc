"""Train the position network on rows that `position-rows.ts` wrote; one thread, one seed.

    python3 position_train.py OPTIONS.json

It reads on from the attribution network: each token has that network's state (frozen), its word
vector, its head's, and small columns. One recurrent layer in both directions, then a chain over
"no cue, begins a cue, goes on". Stances and roles are learnt beside it, so that the layer sees what
makes a position; only what finds cues is written out.
"""
import json
import math
import random
import sys
import time

import numpy as np
import torch
from attribution_export import write_weights
from attribution_net import chain_loss, drop, gather_head, recur
from attribution_train import Average, cosine_rate, make_batches
from torch import nn

DEFAULTS = {
    "epochs": 14,
    "tokens": 1600,
    "rate": 4e-3,
    "average": 0.995,
    "layer": 32,
    "pair": 64,
    "scan": 32,
    "drop_in": 0.2,
    "drop": 0.25,
    "drop_pair": 0.3,
    # Of the windows without a position so many are shown in each epoch: three in four have none.
    "others": 0.5,
    # Stances are one number a cue beside losses of whole windows.
    "stance_weight": 3.0,
}
LABELS = 3


class PositionNet(nn.Module):
    def __init__(self, words, sizes, options):
        super().__init__()
        self.options = options
        layer, pair, scan = options["layer"], options["pair"], options["scan"]
        word, state = sizes["word"], sizes["state"]
        both = state + 2 * layer
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.word = nn.Linear(word, 4 * layer, bias=False)
        self.up = nn.Linear(word, 4 * layer, bias=False)
        self.columns = nn.ModuleList(nn.Embedding(size, 4 * layer) for size in sizes["columns"])
        self.state = nn.Linear(state, 4 * layer)
        self.cue = nn.Linear(both, LABELS)
        self.moves = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.stance = nn.Linear(both, sizes["stances"])
        self.key = nn.Linear(both, pair, bias=False)
        self.query = nn.Linear(both, pair)
        self.pairs = nn.ModuleList(nn.Embedding(size, pair) for size in sizes["pairs"])
        self.pair_scan = nn.Linear(pair, 4 * scan)
        self.role = nn.Linear(pair + 2 * scan, sizes["roles"])
        self.role_moves = nn.Parameter(torch.zeros(sizes["roles"], sizes["roles"]))
        for table in list(self.columns) + list(self.pairs):
            nn.init.normal_(table.weight, std=0.05)

    def encode(self, batch):
        """States below and of the layer, [time, batch, width]."""
        options, training = self.options, self.training
        words = drop(self.words(batch["word"]), options["drop_in"], training)
        states = drop(batch["state"], options["drop"], training)
        pre = self.word(words) + gather_head(self.up(words), batch["head"]) + self.state(states)
        for at, table in enumerate(self.columns):
            pre = pre + table(batch["columns"][..., at])
        own = recur(pre, batch["mask"], options["layer"])
        return torch.cat([states, drop(own, options["drop"], training)], 2)

    def roles(self, encoded, mean, cues):
        seen = self.key(encoded)[:, cues["of"]] + self.query(mean)
        for at, table in enumerate(self.pairs):
            seen = seen + table(cues["pairs"][..., at])
        seen = drop(torch.relu(seen), self.options["drop_pair"], self.training)
        out = recur(self.pair_scan(seen), cues["mask"], self.options["scan"])
        return self.role(torch.cat([seen, out], 2))


def mean_of_cues(encoded, cues):
    steps = torch.arange(encoded.shape[0]).unsqueeze(1)
    inside = ((cues["start"] <= steps) & (steps < cues["end"])).to(encoded.dtype)
    return (encoded[:, cues["of"]] * inside.unsqueeze(2)).sum(0) / inside.sum(0).unsqueeze(1)


def losses(net, batch, cues):
    encoded = net.encode(batch)
    total = chain_loss(net.cue(encoded), net.moves, batch["labels"], batch["mask"]).sum()
    if cues is None:
        return total
    mean = mean_of_cues(encoded, cues)
    scores = net.roles(encoded, mean, cues)
    total = total + chain_loss(scores, net.role_moves, cues["roles"], cues["mask"]).sum()
    stance = nn.functional.cross_entropy(net.stance(mean), cues["stance"], reduction="sum")
    return total + net.options["stance_weight"] * stance


def one_hot(labels, count):
    """Targets of a chain: a row a step, and how often one label follows another."""
    rows = np.eye(count, dtype=np.float32)[labels]
    return rows, rows[:-1].T @ rows[1:]


def list_windows(document, states, sizes):
    """A document's windows; the first of each is its words, by whose count batches are made."""
    words = np.array(document["words"], np.int64)
    columns = np.array(document["columns"], np.int64).reshape(len(sizes["columns"]), -1).T
    head = np.array(document["head"])
    for at, (start, end) in enumerate(document["windows"]):
        inner = head[start:end] - start
        inner[(head[start:end] < start) | (head[start:end] >= end)] = -1
        part = slice(start, end)
        cues = [cue for cue in document["cues"] if cue["window"] == at]
        yield (words[part], columns[part], inner, states[part], cues)


def collate(windows, sizes):
    """A batch, time-major."""
    steps, size = max(len(window[0]) for window in windows), len(windows)
    word = np.zeros((steps, size), np.int64)
    columns = np.zeros((steps, size, len(sizes["columns"])), np.int64)
    head = np.full((steps, size), -1, np.int64)
    state = np.zeros((steps, size, sizes["state"]), np.float32)
    mask = np.zeros((steps, size), bool)
    labels = np.zeros((steps, size, LABELS), np.float32)
    moves = np.zeros((size, LABELS, LABELS), np.float32)
    cues = []
    for at, (words, features, heads, states, marked) in enumerate(windows):
        length = len(words)
        word[:length, at] = words
        columns[:length, at] = features
        head[:length, at] = heads
        state[:length, at] = states.astype(np.float32) / sizes["stateFactor"]
        mask[:length, at] = True
        marks = np.zeros(length, np.int64)
        for cue in marked:
            marks[cue["start"]] = 1
            marks[cue["start"] + 1 : cue["end"]] = 2
            cues.append((at, cue))
        labels[:length, at], moves[at] = one_hot(marks, LABELS)
    batch = {
        "word": torch.from_numpy(word),
        "columns": torch.from_numpy(columns),
        "head": torch.from_numpy(head),
        "state": torch.from_numpy(state),
        "mask": torch.from_numpy(mask),
        "labels": (torch.from_numpy(labels), torch.from_numpy(moves)),
    }
    return batch, collate_cues(cues, steps, sizes) if cues else None


def collate_cues(cues, steps, sizes):
    pairs = np.zeros((steps, len(cues), len(sizes["pairs"])), np.int64)
    roles = np.zeros((steps, len(cues), sizes["roles"]), np.float32)
    moves = np.zeros((len(cues), sizes["roles"], sizes["roles"]), np.float32)
    mask = np.zeros((steps, len(cues)), bool)
    for at, (_, cue) in enumerate(cues):
        length = len(cue["roles"])
        pairs[:length, at] = np.array(cue["pairs"], np.int64).reshape(len(sizes["pairs"]), -1).T
        roles[:length, at], moves[at] = one_hot(np.array(cue["roles"]), sizes["roles"])
        mask[:length, at] = True
    return {
        "of": torch.tensor([window for window, _ in cues]),
        "start": torch.tensor([cue["start"] for _, cue in cues]),
        "end": torch.tensor([cue["end"] for _, cue in cues]),
        "stance": torch.tensor([cue["stance"] for _, cue in cues]),
        "pairs": torch.from_numpy(pairs),
        "roles": (torch.from_numpy(roles), torch.from_numpy(moves)),
        "mask": torch.from_numpy(mask),
    }


def train(net, windows, sizes, options):
    """Adam with a short rise and a cosine fall; the weights kept are a running average."""
    trained = [value for value in net.parameters() if value.requires_grad]
    adam = torch.optim.Adam(trained, lr=options["rate"], betas=(0.9, 0.98))
    average = Average(trained, options["average"])
    marked = [window for window in windows if window[4]]
    others = [window for window in windows if not window[4]]
    draw = lambda: marked + random.sample(others, int(len(others) * options["others"]))
    total = options["epochs"] * len(make_batches(draw(), options["tokens"]))
    step, began = 0, time.time()
    for epoch in range(options["epochs"]):
        net.train()
        sum_of_losses = 0.0
        for chosen in make_batches(draw(), options["tokens"]):
            for group in adam.param_groups:
                group["lr"] = cosine_rate(options, (step, total), rise=100)
            loss = losses(net, *collate(chosen, sizes))
            adam.zero_grad()
            (loss / len(chosen) * 0.1).backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            adam.step()
            step += 1
            average.add()
            sum_of_losses += loss.item()
        mean = sum_of_losses / max(1, len(marked))
        print(f"epoch {epoch + 1}: {mean:.3f}, {time.time() - began:.0f} s", flush=True)
    average.put()


def parts(net, sizes):
    """Name, matrix: rows are outputs of a product, or rows of a table."""
    state = sizes["state"]
    with torch.no_grad():
        yield "word", torch.cat([net.word.weight, net.up.weight])
        yield "state", net.state.weight
        yield "state.biases", net.state.bias
        yield "columns", torch.cat([table.weight for table in net.columns])
        yield "cueOfState", net.cue.weight[:, :state]
        yield "cueOfState.biases", net.cue.bias
        yield "cueOfLayer", net.cue.weight[:, state:]
        yield "moves", net.moves


def export(net, sizes, folder):
    layout = write_weights(parts(net, sizes), folder)
    with open(f"{folder}/weights.json", "w") as out:
        json.dump(layout, out)


def main():
    with open(sys.argv[1]) as file:
        options = {**DEFAULTS, **json.load(file)}
    torch.set_num_threads(1)
    random.seed(options["seed"])
    np.random.seed(options["seed"])
    torch.manual_seed(options["seed"])
    rows, held = options["rows"], options["held"]
    with open(f"{rows}/sizes.json") as file:
        sizes = json.load(file)
    words = np.fromfile(f"{rows}/words.f32", "<f4").reshape(-1, sizes["word"])
    states = np.fromfile(f"{rows}/states.i16", "<i2").reshape(-1, sizes["state"])
    windows, at = [], 0
    with open(f"{rows}/rows.jsonl") as file:
        for number, line in enumerate(file):
            document = json.loads(line)
            length = len(document["words"])
            if not held or number % held["of"] != held["fold"]:
                windows.extend(list_windows(document, states[at : at + length], sizes))
            at += length
    net = PositionNet(torch.from_numpy(words), sizes, options)
    train(net, windows, sizes, options)
    net.eval()
    export(net, sizes, options["out"])


if __name__ == "__main__":
    main()
