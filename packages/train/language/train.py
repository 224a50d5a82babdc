"""Trains the language network: seed in, same weights out, on one thread. Called by the TypeScript
trainer; prints one line of JSON an epoch and writes the weights as raw floats with an index."""
import argparse
import json
import random
import time

import numpy as np
import torch
from torch.nn import functional as F

from corpus import read_conllu
from network import Network
from shrink import shrink
from vocabulary import Forms, Vocabulary, read_vectors
from weights import read_index, read_state, write_weights

torch.set_num_threads(1)
UNKNOWN = -100
# Of the words that training hides, how many are not even known by their vector.
UNSEEN = 0.4


def index_of(names):
    return {name: number for number, name in enumerate(names)}


def encode(sentences, forms, tables):
    """Sentences as integer arrays."""
    upos, xpos, deprel = tables
    def label(name):
        return UNKNOWN if name == '_' else deprel.get(name, deprel.get(name.split(':')[0], deprel['dep']))

    out = []
    for s in sentences:
        out.append((
            np.array([forms.get(f) for f in s.forms]), np.array(s.glued, dtype=np.int64),
            np.array([UNKNOWN if u == '_' else upos.get(u, 16) for u in s.upos]),
            np.array([UNKNOWN if u == '_' else xpos.get(x, xpos['XX']) for u, x in zip(s.upos, s.xpos)]),
            np.array(s.heads), np.array([label(d) for d in s.deprels]), s.weight))
    return out


def batches(data, size, rng=None):
    """Groups of sentences of like length, `size` words each."""
    order = list(range(len(data)))
    if rng:
        order.sort(key=lambda i: len(data[i][0]) + rng.random() * 4)
    else:
        order.sort(key=lambda i: len(data[i][0]))
    groups, group, words = [], [], 0
    for i in order:
        if words + len(data[i][0]) > size and group:
            groups.append(group)
            group, words = [], 0
        group.append(i)
        words += len(data[i][0])
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def pad(data, group):
    length = max(len(data[i][0]) for i in group)
    columns = [np.zeros((length, len(group)), dtype=np.int64) for _ in range(6)]
    mask = np.zeros((length, len(group)), dtype=bool)
    reverse = np.tile(np.arange(length)[:, None], (1, len(group)))
    weight = np.ones((length, len(group)), dtype=np.float32)
    for b, i in enumerate(group):
        n = len(data[i][0])
        for column, values in zip(columns, data[i][:6]):
            column[:n, b] = values
        mask[:n, b] = True
        weight[:n, b] = data[i][6]
        reverse[:n, b] = np.arange(n - 1, -1, -1)
    return [torch.from_numpy(c) for c in columns] + [torch.from_numpy(mask), torch.from_numpy(reverse), torch.from_numpy(weight)]


def run(network, forms, batch, drop):
    """Hidden states of a batch; in training, rare words are now and then unknown."""
    ids, glued, _, _, _, _, mask, reverse, _ = batch
    if forms.encoded:
        known, unknown = (table[ids] for table in forms.encoded)
        if drop:
            dice = torch.rand(ids.shape)
            known = torch.where((dice < UNSEEN * drop / (drop + forms.count[ids])).unsqueeze(-1), unknown, known)
        return network(known, glued, mask, reverse)
    distinct, inverse = torch.unique(ids, return_inverse=True)
    vector = forms.word[distinct]
    word = torch.where(vector < network.word.num_embeddings, vector, 0)
    if drop:
        # As a word that no training text shows: known by its vector alone, or not at all.
        chance, dice = drop / (drop + forms.count[distinct]), torch.rand(len(word))
        hidden = (dice < chance) & ((dice < UNSEEN * chance) | ~forms.known[distinct])
        word = torch.where(dice < chance, 0, word)
        word, vector = torch.where(hidden, 1, word), torch.where(hidden, 1, vector)
    table = network.encode_forms(word, vector, forms.affix[distinct], forms.gram[distinct])
    return network(table[inverse], glued, mask, reverse)


def scores_of(network, top, batch):
    """Scores of universal tags, Penn tags, heads and relations (under the given heads), a row a word."""
    heads, mask = batch[4], batch[6]
    upos = network.sizes['upos']
    flat, turned = mask.reshape(-1), mask.transpose(0, 1).reshape(-1)
    tags = network.tags(top).reshape(flat.shape[0], -1)[flat]
    arcs = network.arcs(top, mask)
    labels = network.labels(top, heads.transpose(0, 1).clamp(min=0))
    return [tags[:, :upos], tags[:, upos:]] + [x.reshape(-1, x.shape[-1])[turned] for x in (arcs, labels)]


# How much of the loss universal tags, Penn tags, heads and relations are.
FACTORS = (0.5, 0.5, 1.0, 1.0)


def loss_of(network, top, batch, taught):
    """What the trees say, and what the teacher says where there is one: (its scores, its share)."""
    _, _, upos, xpos, heads, deprels, mask, _, weight = batch
    by_time = lambda x: x.reshape(-1)[mask.reshape(-1)]
    by_sentence = lambda x: x.transpose(0, 1).reshape(-1)[mask.transpose(0, 1).reshape(-1)]
    smoothing = network.sizes['smoothing']
    targets = [
        (by_time(upos), by_time(weight), smoothing), (by_time(xpos), by_time(weight), smoothing),
        (by_sentence(heads), by_sentence(weight), 0), (by_sentence(deprels), by_sentence(weight), smoothing)]
    loss = 0
    for number, scores in enumerate(scores_of(network, top, batch)):
        gold, w, smooth = targets[number]
        each = F.cross_entropy(scores, gold, reduction='none', label_smoothing=smooth, ignore_index=UNKNOWN)
        part = (each * w).sum() / w.sum()
        if taught:
            soft = -(taught[0][number].softmax(-1) * scores.log_softmax(-1)).sum(-1)
            part = (1 - taught[1]) * part + taught[1] * (soft * w).sum() / w.sum()
        loss = loss + FACTORS[number] * part
    return loss


def score(network, forms, data):
    """UPOS, XPOS, UAS, LAS on gold words, greedy heads."""
    network.eval()
    total, right = np.zeros(4), np.zeros(4)
    s = network.sizes
    with torch.no_grad():
        for group in batches(data, 4000):
            batch = pad(data, group)
            top = run(network, forms, batch, 0)
            _, _, upos, xpos, heads, deprels, mask, _, _ = batch
            tags = network.tags(top)
            arcs = network.arcs(top, mask).argmax(-1)
            labels = network.labels(top, arcs).argmax(-1).transpose(0, 1)
            arcs = arcs.transpose(0, 1)
            good = (arcs == heads) & mask
            right += [
                ((tags[..., :s['upos']].argmax(-1) == upos) & mask).sum().item(),
                ((tags[..., s['upos']:].argmax(-1) == xpos) & mask).sum().item(),
                good.sum().item(), (good & (labels == deprels)).sum().item()]
            words, known = mask.sum().item(), (mask & (heads >= 0)).sum().item()
            total += [words, words, known, known]
    network.train()
    return [round(float(x), 4) for x in right / total]


def train(config):
    random.seed(config['seed'])
    np.random.seed(config['seed'])
    torch.manual_seed(config['seed'])
    rng = random.Random(config['seed'])
    sources = {}
    for name, source in config['sources'].items():
        sources[name] = [s for path in source['paths'] for s in read_conllu(path)]
        for s in sources[name]:
            s.weight = source['weight']
    dev = {name: read_conllu(path) for name, path in config['dev'].items()}
    counted = {}
    for s in (s for sentences in sources.values() for s in sentences):
        for form in s.forms:
            counted[form] = counted.get(form, 0) + 1
    vocabulary = Vocabulary()
    start = config.get('start')
    if start:
        vocabulary.read(start, counted)
    else:
        vectors = read_vectors(config['vectors'], config['known_words']) if config.get('vectors') else {}
        vocabulary.build(counted, config['least'], vectors)
    forms = Forms(vocabulary)
    tables = [index_of(config[k]) for k in ('upos', 'xpos', 'deprels')]
    sources = {name: encode(sentences, forms, tables) for name, sentences in sources.items()}
    dev = {name: encode(sentences, forms, tables) for name, sentences in dev.items()}
    teacher = None
    if start:
        old = read_index(start)['sizes']
        config['sizes']['vector'] = old['vector']
        teacher = Network(old, vocabulary.rows())
        teacher.load_state_dict(read_state(start))
        teacher.eval()
        network = Network(config['sizes'], vocabulary.rows())
        network.load_state_dict(shrink(teacher.state_dict(), old, config['sizes']))
    else:
        network = Network(config['sizes'], vocabulary.rows())
        put_vectors(network, vocabulary, vectors)
    forms.freeze(network.vectors.weight.detach())
    print(json.dumps({'words': {name: sum(len(s[0]) for s in data) for name, data in sources.items()}, 'rows': vocabulary.rows()}), flush=True)
    config['scores'] = [{name: score(network, forms, d) for name, d in dev.items()}] if start else []
    print(json.dumps({'start': config['scores']}), flush=True)
    for phase in config['phases']:
        fit(network, forms, sources, {**config, **phase, 'dev_data': dev, 'rng': rng, 'teacher': teacher})
    write_weights(network, vocabulary, config, config['out'])


def put_vectors(network, vocabulary, vectors):
    """Known vectors into their rows; what training adds to such a word starts at nothing."""
    with torch.no_grad():
        network.vectors.weight.zero_()
        for feature, row in vocabulary.word.items():
            if feature in vectors:
                network.vectors.weight[row] = torch.from_numpy(vectors[feature])
                if row < vocabulary.trained:
                    network.word.weight[row] = 0


class Average:
    """A running mean of the weights, which scores better than the last step's."""

    def __init__(self, network, keep):
        self.keep = keep
        self.values = self.copy(network)

    @staticmethod
    def copy(network):
        return {name: value.detach().clone() for name, value in network.named_parameters() if value.requires_grad}

    def add(self, network):
        with torch.no_grad():
            for name, value in network.named_parameters():
                if value.requires_grad:
                    self.values[name].lerp_(value, 1 - self.keep)

    def swap(self, network):
        """Put the mean in, and give back what was there."""
        old = self.copy(network)
        network.load_state_dict(self.values, strict=False)
        return old


def sample(sources, phase):
    """The sentences of one epoch: of each source the share that the phase names."""
    chosen = []
    for name, share in phase['shares'].items():
        data = sources[name]
        chosen += data if share == 1 else phase['rng'].sample(data, int(len(data) * share))
    return chosen


def teach(phase, forms, batch):
    """The teacher's scores of a batch and how much they count; None without a teacher."""
    teacher, share = phase['teacher'], phase.get('taught', 0)
    if not share:
        return None
    with torch.no_grad():
        return scores_of(teacher, run(teacher, forms, batch, 0), batch), share


def keep_forms(network, forms):
    """The word encoder learns no more: half the work of a step."""
    for part in (network.word, network.project, network.affix, network.gram, network.dense):
        for weight in part.parameters():
            weight.requires_grad_(False)
    network.eval()
    forms.encode(network)
    network.train()


def fit(network, forms, sources, phase):
    if phase.get('keeps_forms'):
        keep_forms(network, forms)
    learned = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.Adam(learned, lr=phase['rate'], betas=(0.9, 0.95), eps=1e-8)
    average = Average(network, phase['average']) if phase.get('average') else None
    step, total = 0, phase['epochs'] * len(batches(sample(sources, phase), phase['batch']))
    for epoch in range(phase['epochs']):
        started, sum_loss, count = time.time(), 0.0, 0
        chosen = sample(sources, phase)
        for group in batches(chosen, phase['batch'], phase['rng']):
            batch = pad(chosen, group)
            part = min(1, step / total)
            for entry in optimiser.param_groups:
                entry['lr'] = phase['rate'] * min(1, (step + 1) / 100) * max(0.02, 1 - part)
            taught = teach(phase, forms, batch)
            loss = loss_of(network, run(network, forms, batch, phase['drop_words']), batch, taught)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 5.0)
            optimiser.step()
            if average and step % 4 == 0:
                average.add(network)
            sum_loss, count, step = sum_loss + loss.item(), count + 1, step + 1
        old = average.swap(network) if average else None
        scores = {name: score(network, forms, d) for name, d in phase['dev_data'].items()}
        phase['scores'].append(scores)
        print(json.dumps({'epoch': epoch, 'loss': round(sum_loss / count, 4), **scores, 'seconds': round(time.time() - started)}), flush=True)
        if average and epoch + 1 < phase['epochs']:
            network.load_state_dict(old, strict=False)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('config')
    with open(parser.parse_args().config) as source:
        train(json.load(source))
