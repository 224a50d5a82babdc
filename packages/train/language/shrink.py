"""A smaller network out of a trained one, to be trained on: the units that matter most are kept, and
the two widest matrices are cut to their ranks by singular values."""
import torch

HEADS = ('tags', 'arc_dependent', 'arc_head', 'label_dependent', 'label_head')
SIDES = (0, 1)
# The sizes that a smaller network has smaller.
CUT = ('hidden', 'hidden2', 'arc', 'label', 'narrow', 'narrow_top')


def shrink(state, old, new):
    """The state of a network of sizes `old` as one of sizes `new`, of the same word encoder."""
    state = {name: value.clone() for name, value in state.items()}
    if all(old.get(name) == new.get(name) for name in CUT):
        return state
    keep_first(state, old['hidden'], new['hidden'])
    keep_second(state, old['hidden2'], new['hidden2'])
    keep_arcs(state, new['arc'])
    keep_labels(state, new['label'])
    if new.get('narrow'):
        split(state, 'narrow.weight', ['second.0.weight', 'second.1.weight'], new['narrow'])
    if new.get('narrow_top'):
        split(state, 'narrow_top.weight', [head + '.weight' for head in HEADS], new['narrow_top'])
    return state


def strongest(weight, count):
    """The `count` units with the largest weights, in their old order."""
    return weight.topk(count).indices.sort().values


def stacked(state, names):
    return torch.cat([state[name + '.weight'] for name in names])


def keep_units(state, name, units):
    """Only these outputs of a layer."""
    state[name + '.weight'] = state[name + '.weight'][units]
    if name + '.bias' in state:
        state[name + '.bias'] = state[name + '.bias'][units]


def keep_first(state, old, new):
    """Units of the first recurrence by what the second reads of them; three rows each."""
    weight = stacked(state, ['second.0', 'second.1']).norm(dim=0)
    kept = [strongest(weight[side * old:(side + 1) * old], new) for side in SIDES]
    for side in SIDES:
        keep_units(state, f'first.{side}', torch.cat([kept[side] + part * old for part in range(3)]))
    inputs = torch.cat([kept[side] + side * old for side in SIDES])
    for side in SIDES:
        state[f'second.{side}.weight'] = state[f'second.{side}.weight'][:, inputs]


def keep_second(state, old, new):
    """Units of the second recurrence by what the heads read of them; two rows each."""
    weight = stacked(state, HEADS).norm(dim=0)
    kept = [strongest(weight[side * old:(side + 1) * old], new) for side in SIDES]
    for side in SIDES:
        keep_units(state, f'second.{side}', torch.cat([kept[side] + part * old for part in range(2)]))
    inputs = torch.cat([kept[side] + side * old for side in SIDES])
    for head in HEADS:
        state[head + '.weight'] = state[head + '.weight'][:, inputs]


def keep_arcs(state, new):
    """Units of the arc heads by their own weights and those of the product between them."""
    between = state['biaffine.weight']
    head = strongest(between.norm(dim=1) * state['arc_head.weight'].norm(dim=1), new)
    dependent = strongest(between.norm(dim=0) * state['arc_dependent.weight'].norm(dim=1), new)
    keep_units(state, 'arc_head', head)
    keep_units(state, 'arc_dependent', dependent)
    state['biaffine.weight'] = between[head][:, dependent]
    state['head_bias.weight'] = state['head_bias.weight'][:, head]
    state['root'] = state['root'][dependent]


def keep_labels(state, new):
    """Units of the label heads by what the labels read of them."""
    kept = strongest(state['label.weight'].norm(dim=0), new)
    keep_units(state, 'label_head', kept)
    keep_units(state, 'label_dependent', kept)
    state['label.weight'] = state['label.weight'][:, kept]


def split(state, name, wide, rank):
    """Replace stacked matrices W by U·S (in their places) and V (under `name`)."""
    u, s, v = torch.linalg.svd(torch.cat([state[key] for key in wide]), full_matrices=False)
    state[name] = v[:rank].contiguous()
    at = 0
    for key in wide:
        rows = state[key].shape[0]
        state[key] = (u[at:at + rows, :rank] * s[:rank]).contiguous()
        at += rows
