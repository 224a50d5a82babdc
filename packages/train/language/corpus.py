"""Reads the trees that the language layer is trained on, as CoNLL-U. `_` where a tag, a head or a
relation is not known (silver trees): nothing is learned there."""
import gzip



class Sentence:
    """Forms, tags and heads of one sentence; `glued[i]` where no white space stands before word i."""

    __slots__ = ('forms', 'upos', 'xpos', 'feats', 'lemmas', 'heads', 'deprels', 'glued', 'weight')

    def __init__(self):
        self.forms, self.upos, self.xpos, self.feats, self.lemmas = [], [], [], [], []
        self.heads, self.deprels, self.glued = [], [], []
        self.weight = 1.0

    def __len__(self):
        return len(self.forms)


def open_text(path):
    return gzip.open(path, 'rt', encoding='utf8') if path.endswith('.gz') else open(path, encoding='utf8')


def read_conllu(path):
    """Sentences of a CoNLL-U file: words only (no multi-word lines, no empty nodes)."""
    sentences, sentence = [], Sentence()
    glue, until = False, 0
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip('\n')
            if not line:
                if len(sentence):
                    sentences.append(sentence)
                sentence, glue, until = Sentence(), False, 0
                continue
            if line[0] == '#':
                continue
            columns = line.split('\t')
            number = columns[0]
            if '.' in number:
                continue
            has_no_space = 'SpaceAfter=No' in columns[9]
            if '-' in number:
                until, until_glue = int(number.split('-')[1]), has_no_space
                continue
            word = int(number)
            sentence.forms.append(columns[1])
            sentence.lemmas.append(columns[2])
            sentence.upos.append(columns[3])
            sentence.xpos.append(columns[4])
            sentence.feats.append(columns[5])
            sentence.heads.append(-100 if columns[6] == '_' else int(columns[6]))
            sentence.deprels.append(columns[7])
            sentence.glued.append(glue)
            glue = True if word < until else (until_glue if word == until else has_no_space)
    return sentences
