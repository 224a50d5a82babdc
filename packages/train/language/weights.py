"""Weights on disk: raw little-endian floats, and an index of names, shapes, offsets and feature hashes."""
import json

import numpy as np
import torch

from features import FEATURES


# The word table that the reader gets: known vectors projected, plus what training added.
FOLDED = 'folded'


def fold(network):
    with torch.no_grad():
        table = network.project(network.vectors.weight)
        table[:network.word.num_embeddings] += network.word.weight
        return table


def write_weights(network, vocabulary, config, out):
    """The state as raw little-endian floats, and an index of names, shapes and offsets."""
    index, at = {}, 0
    with open(out + '.f32', 'wb') as sink:
        for name, value in [*network.state_dict().items(), (FOLDED, fold(network))]:
            data = value.numpy().astype('<f4')
            sink.write(data.tobytes())
            index[name] = {'shape': list(data.shape), 'at': at}
            at += data.size
    tables = {key: sorted(getattr(vocabulary, key), key=getattr(vocabulary, key).get) for key in ('word', 'affix', 'gram')}
    with open(out + '.json', 'w') as sink:
        json.dump({'features': FEATURES, 'sizes': config['sizes'], 'weights': index, 'tables': tables, 'scores': config['scores'],
                   'trained': vocabulary.trained}, sink)


def read_index(base):
    with open(base + '.json') as source:
        return json.load(source)


def read_state(base):
    """The state of a network that `write_weights` wrote."""
    values = np.fromfile(base + '.f32', dtype='<f4')
    state = {}
    for name, entry in read_index(base)['weights'].items():
        if name == FOLDED:
            continue
        size = int(np.prod(entry['shape'])) if entry['shape'] else 1
        state[name] = torch.from_numpy(values[entry['at']:entry['at'] + size].copy()).reshape(entry['shape'])
    if 'glue_table' in state:
        unfold_glue(state)
    return state


def unfold_glue(state):
    """A packed network has, for words that stand apart and words that are glued, the sums of the first
    layer that do not depend on the form: own ones with the bias, then those for the word read after, a
    direction. The two glue rows solve the latter (four equations a column), the biases the former."""
    table = state.pop('glue_table')
    rows, columns = state['first.0.weight'].shape
    width = columns // 2
    weights = [state[f'first.{side}.weight'] for side in (0, 1)]
    sums = table.reshape(2, 2, 2, rows)
    glue = torch.linalg.lstsq(
        torch.cat([w[:, :width] for w in weights]), sums[:, :, 1].reshape(2, 2 * rows).T).solution.T
    for side, weight in enumerate(weights):
        state[f'first.{side}.bias'] = (sums[:, side, 0] - glue @ weight[:, width:].T).mean(0)
    state['glue.weight'] = glue.contiguous()
