"""What the network sees of a word form: hashes of its letters. The reader computes the same in
`packages/reader/src/tag/word-features.ts`; `FEATURES` names the set, and a change of either changes it."""
FEATURES = 'word-affix-gram-1'
# Kinds of rows in the embedding table, by order.
LOWER, PREFIX, SUFFIX, SHAPE, GRAM = range(5)
MAX_PREFIX, MAX_SUFFIX, GRAM_SIZE, MAX_GRAMS = 3, 4, 3, 16


def units_of(text):
    data = text.encode('utf-16-le', 'surrogatepass')
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]


def hash_units(kind, units):
    """FNV-1a over UTF-16 units, both bytes at once, seeded by the kind of feature; never 0."""
    value = (0x811C9DC5 ^ (kind * 0x9E3779B1)) & 0xFFFFFFFF
    for unit in units:
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    value ^= value >> 15
    return value or 1


def normal_form(form):
    """Lower case, digits as 0, curly apostrophes inside a word as straight ones."""
    lower = ''.join(c.lower() if len(c.lower()) == 1 else c for c in form)
    lower = ''.join('0' if '0' <= c <= '9' else c for c in lower)
    return lower.replace('\u2019', "'") if len(lower) > 1 else lower


def shape_of(form):
    """Xxx, XX, dd.dd: runs are cut at three."""
    shape, run = [], 0
    for c in form:
        if '0' <= c <= '9':
            kind = 'd'
        elif c.lower() != c:
            kind = 'X'
        elif c.upper() != c:
            kind = 'x'
        else:
            kind = c
        run = run + 1 if shape and shape[-1] == kind else 1
        if run <= 3:
            shape.append(kind)
    return ''.join(shape)[:12]


def features_of(form):
    """Hashes: the word, then affixes and shape, then letter trigrams."""
    units = units_of(normal_form(form))
    word = hash_units(LOWER, units)
    affixes = [hash_units(PREFIX, units[:n]) for n in range(1, MAX_PREFIX + 1) if n <= len(units)]
    affixes += [hash_units(SUFFIX, units[-n:]) for n in range(1, MAX_SUFFIX + 1) if n <= len(units)]
    affixes.append(hash_units(SHAPE, units_of(shape_of(form))))
    padded = [1] + units[:MAX_GRAMS + 1] + [2]
    grams = [hash_units(GRAM, padded[i:i + GRAM_SIZE]) for i in range(0, len(padded) - GRAM_SIZE + 1)][:MAX_GRAMS]
    return word, affixes, grams
