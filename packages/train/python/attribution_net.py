"""The attribution network: a cue tagger and a reader of roles for one cue at a time.

Two layers of input-gated recurrence (minGRU, Feng et al. 2024) over word vectors, small tables of
features and the word's head in the tree; a linear-chain CRF over cues; for each cue a second,
light recurrence over the window that labels source and content, with a CRF of its own.
Everything is time-major: [time, batch, width].
"""
import torch
from torch import nn


class Scan(torch.autograd.Function):
    """h[t] = g[t] h[t-1] + (1 - g[t]) c[t], from 0; one direction, forward in time."""

    @staticmethod
    def forward(ctx, gate, candidate):
        out = (1 - gate) * candidate
        state = out[0]
        for t in range(1, gate.shape[0]):
            torch.addcmul(out[t], gate[t], state, out=out[t])
            state = out[t]
        ctx.save_for_backward(gate, candidate, out)
        return out

    @staticmethod
    def backward(ctx, grad):
        gate, candidate, out = ctx.saved_tensors
        d_state = grad.clone()
        for t in range(gate.shape[0] - 2, -1, -1):
            torch.addcmul(d_state[t], gate[t + 1], d_state[t + 1], out=d_state[t])
        d_gate = -d_state * candidate
        d_gate[1:] += d_state[1:] * out[:-1]
        return d_gate, d_state * (1 - gate)


class Partition(torch.autograd.Function):
    """log Z of a linear chain; its gradient is the marginals, by forward and backward sums that are
    scaled to one at each step (Rabiner 1989)."""

    @staticmethod
    def forward(ctx, emission, transition, mask):
        top = emission.max(2, keepdim=True)[0]
        weight, factor = torch.exp(emission - top), torch.exp(transition)
        ahead = torch.empty_like(emission)
        scale = torch.empty_like(top)
        now = weight[0]
        for t in range(emission.shape[0]):
            if t:
                now = torch.mm(ahead[t - 1], factor).mul_(weight[t])
            torch.sum(now, 1, keepdim=True, out=scale[t])
            torch.div(now, scale[t], out=ahead[t])
        ctx.save_for_backward(weight, factor, mask, ahead, scale)
        # Padding goes on behind the last word and counts for nothing.
        return ((torch.log(scale) + top).squeeze(2) * mask).sum(0)

    @staticmethod
    def backward(ctx, grad):
        weight, factor, mask, ahead, scale = ctx.saved_tensors
        behind = torch.ones_like(ahead)
        reach = torch.zeros_like(ahead)
        weight = weight / scale
        back = factor.t().contiguous()
        inside = mask.unsqueeze(2)
        for t in range(ahead.shape[0] - 1, 0, -1):
            torch.mul(weight[t], behind[t], out=reach[t])
            behind[t - 1] = torch.where(inside[t], torch.mm(reach[t], back), behind[t - 1])
        share = ahead * behind * inside * grad.view(1, -1, 1)
        last = (reach * inside * grad.view(1, -1, 1))[1:]
        pair = torch.mm(ahead[:-1].reshape(-1, ahead.shape[2]).t(), last.reshape(-1, ahead.shape[2]))
        return share, pair * factor, None


def chain_loss(emission, transition, targets, mask):
    """Cross entropy of the chain against targets, one number a sequence. Targets are how probable
    each label is at each step, [time, batch, 3], and how often one label follows another in the
    sequence, [batch, 3, 3]: of marked labels ones and counts, of teachers their mean marginals."""
    labels, moves = targets
    score = (emission * labels).sum((0, 2)) + (moves * transition).sum((1, 2))
    return Partition.apply(emission, transition, mask) - score


def softsign(x):
    return x / (1 + x.abs())


def recur(pre, mask, hidden):
    """Both directions of a gated scan; `pre` holds gate, candidate for each, forward first."""
    ahead, back = pre[..., : 2 * hidden], pre[..., 2 * hidden :].flip(0)
    gate = 0.5 + 0.5 * softsign(torch.cat([ahead[..., :hidden], back[..., :hidden]], 2))
    # Padding keeps the state: zero before the last word, going back.
    pad = torch.cat([mask.unsqueeze(2).expand(-1, -1, hidden), mask.flip(0).unsqueeze(2).expand(-1, -1, hidden)], 2)
    gate = torch.where(pad, gate, torch.ones(()))
    candidate = softsign(torch.cat([ahead[..., hidden:], back[..., hidden:]], 2))
    out = Scan.apply(gate, candidate)
    return torch.cat([out[..., :hidden], out[..., hidden:].flip(0)], 2) * mask.unsqueeze(2)


def gather_head(rows, head):
    """Each token's row of its head; zero where the head is outside the window."""
    safe = head.clamp(min=0).unsqueeze(2).expand(-1, -1, rows.shape[2])
    return rows.gather(0, safe) * (head >= 0).unsqueeze(2)


def drop(x, rate, training):
    """One mask for the whole sequence."""
    if not training or rate == 0:
        return x
    keep = torch.empty_like(x[:1]).bernoulli_(1 - rate) / (1 - rate)
    return x * keep


class AttributionNet(nn.Module):
    def __init__(self, known, deltas, sizes, opt):
        super().__init__()
        self.opt = opt
        d, h, p, q = opt["word"], opt["hidden"], opt["pair"], opt["scan"]
        self.register_buffer("known", known, persistent=False)
        self.project = nn.Linear(known.shape[1], d, bias=False)
        # What training adds to a word and to its lemma; row 0 stays zero.
        self.delta = nn.ModuleList(nn.Embedding(size, d, sparse=True) for size in deltas)
        for table in self.delta:
            nn.init.zeros_(table.weight)
        self.word = nn.Linear(d, 4 * h)
        self.up = nn.Linear(d, 4 * h, bias=False)
        self.tables = nn.ModuleList(nn.Embedding(size, 4 * h) for size in sizes["token"])
        self.second = nn.Linear(2 * h, 4 * h)
        self.second_up = nn.Linear(2 * h, 4 * h, bias=False) if opt.get("up2") else None
        self.cue = nn.Linear(2 * h, 3)
        self.key = nn.Linear(2 * h, p, bias=False)
        self.query = nn.Linear(2 * h, p)
        self.pair_tables = nn.ModuleList(nn.Embedding(size, p) for size in sizes["pair"])
        self.pair_scan = nn.Linear(p, 4 * q)
        self.role = nn.Linear(p + 2 * q, 3)
        self.cue_moves = nn.Parameter(torch.zeros(3, 3))
        self.role_moves = nn.Parameter(torch.zeros(3, 3))
        for table in list(self.tables) + list(self.pair_tables):
            nn.init.normal_(table.weight, std=0.05)

    def vectors(self, word, deltas):
        """Word vectors; each different word is projected once."""
        different, back = torch.unique(word, return_inverse=True)
        x = self.project(self.known[different])[back]
        for table, rows in zip(self.delta, deltas):
            x = x + table(rows) * (rows > 0).unsqueeze(-1)
        return x

    def encode(self, batch):
        opt, train = self.opt, self.training
        h, mask = opt["hidden"], batch["mask"]
        x = drop(self.vectors(batch["word"], batch["deltas"]), opt["drop_in"], train)
        pre = self.word(x) + gather_head(self.up(x), batch["head"])
        for c, table in enumerate(self.tables):
            pre = pre + table(batch["columns"][..., c])
        first = drop(recur(pre, mask, h), opt["drop"], train)
        pre = self.second(first)
        if self.second_up is not None:
            pre = pre + gather_head(self.second_up(first), batch["head"])
        second = recur(pre, mask, h) + first
        return drop(second, opt["drop"], train)

    def roles(self, encoded, cues):
        """Emissions of roles [time, cues, 3] for cues: which sequence, start, end, pair columns."""
        keys = self.key(encoded)[:, cues["of"]]
        steps = torch.arange(encoded.shape[0]).unsqueeze(1)
        inside = ((cues["start"] <= steps) & (steps < cues["end"])).to(encoded.dtype)
        mean = (encoded[:, cues["of"]] * inside.unsqueeze(2)).sum(0) / inside.sum(0).unsqueeze(1)
        z = keys + self.query(mean)
        for c, table in enumerate(self.pair_tables):
            z = z + table(cues["pairs"][..., c])
        z = torch.relu(z)
        z = drop(z, self.opt["drop_pair"], self.training)
        out = recur(self.pair_scan(z), cues["mask"], self.opt["scan"])
        return self.role(torch.cat([z, out], 2))
