"""The network: a word encoder that sees one word form at a time (its result is memoised by the reader),
two input-gated bidirectional recurrences, and heads for tags, arcs and labels.
Activations are softsign (x / (1 + |x|)) and its gate, so that the reader needs no exponential."""
import torch
from torch import nn
from torch.nn import functional as F


def softsign(x):
    return x / (1 + x.abs())


def gate(x):
    return 0.5 + 0.5 * softsign(x)


class Scan(torch.autograd.Function):
    """h[t] = f[t]·h[t-1] + (1-f[t])·c[t] over the first axis, with its own backward pass."""

    @staticmethod
    def forward(ctx, f, c):
        steps = f.shape[0]
        mixed = (1 - f) * c
        h = torch.empty_like(c)
        state = mixed[0]
        h[0] = state
        for t in range(1, steps):
            state = torch.addcmul(mixed[t], f[t], state)
            h[t] = state
        ctx.save_for_backward(f, c, h)
        return h

    @staticmethod
    def backward(ctx, grad):
        f, c, h = ctx.saved_tensors
        total = torch.empty_like(grad)
        state = grad[-1]
        total[-1] = state
        for t in range(f.shape[0] - 2, -1, -1):
            state = torch.addcmul(grad[t], f[t + 1], state)
            total[t] = state
        before = torch.cat([torch.zeros_like(h[:1]), h[:-1]])
        return total * (before - c), total * (1 - f)


def flip(x, reverse):
    """Reverse each sentence of a [T, B, D] block inside its length; `reverse` is an index [T, B]."""
    return x.gather(0, reverse.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


class Network(nn.Module):
    def __init__(self, sizes, rows):
        super().__init__()
        self.sizes = sizes
        s = sizes
        # What training adds to the words that it sees; known vectors, as they are, through one matrix.
        self.word = nn.Embedding(rows['trained'], s['word'], padding_idx=0)
        self.vectors = nn.Embedding(rows['word'], s['vector'], padding_idx=0)
        self.vectors.weight.requires_grad_(False)
        self.project = nn.Linear(s['vector'], s['word'], bias=False)
        nn.init.normal_(self.project.weight, 0, 0.3 / s['vector'] ** 0.5)
        self.affix = nn.Embedding(rows['affix'], s['affix'], padding_idx=0)
        self.gram = nn.Embedding(rows['gram'], s['gram'], padding_idx=0)
        for table in (self.word, self.affix, self.gram):
            nn.init.normal_(table.weight, 0, 0.3)
            with torch.no_grad():
                table.weight[0] = 0
        self.dense = nn.Linear(s['word'] + s['affix'] + s['gram'], s['form'])
        self.glue = nn.Embedding(2, s['form'])
        h = s['hidden']
        # Two neighbouring words a direction: the word itself and the one before it in reading order.
        self.first = nn.ModuleList([nn.Linear(2 * s['form'], 3 * h) for _ in range(2)])
        g = s['hidden2']
        # Narrow products in front of the two widest ones: two thin matrices for one thick.
        narrow, narrow_top = s.get('narrow', 0), s.get('narrow_top', 0)
        self.narrow = nn.Linear(2 * h, narrow, bias=False) if narrow else None
        self.second = nn.ModuleList([nn.Linear(narrow or 2 * h, 2 * g) for _ in range(2)])
        top = 2 * g
        self.narrow_top = nn.Linear(top, narrow_top, bias=False) if narrow_top else None
        top = narrow_top or top
        self.tags = nn.Linear(top, s['upos'] + s['xpos'])
        self.arc_dependent = nn.Linear(top, s['arc'])
        self.arc_head = nn.Linear(top, s['arc'])
        self.label_dependent = nn.Linear(top, s['label'])
        self.label_head = nn.Linear(top, s['label'])
        self.biaffine = nn.Linear(s['arc'], s['arc'], bias=False)
        self.head_bias = nn.Linear(s['arc'], 1, bias=False)
        self.root = nn.Parameter(torch.zeros(s['arc']))
        self.distance = nn.Parameter(torch.zeros(2 * s['distance'] + 1))
        self.label = nn.Linear(s['label'], s['deprel'])
        self.drop = s['dropout']
        for layer in self.first:
            with torch.no_grad():
                layer.bias[:h] += 1.0

    def encode_forms(self, word, vector, affix, gram):
        """[types] word rows, [types] vector rows, [types, n] affix rows, [types, n] gram rows → [types, form]."""
        affixes = self.affix(affix).sum(1) / 3
        grams = self.gram(gram).sum(1) / (gram != 0).sum(1, keepdim=True).clamp(min=1).sqrt()
        x = torch.cat([self.word(word) + self.project(self.vectors(vector)), affixes, grams], -1)
        return softsign(self.dense(F.dropout(x, self.drop, self.training)))

    def locked(self, x):
        """One dropout mask a sentence, shared by its words."""
        if not self.training:
            return x
        keep = 1 - self.drop
        return x * torch.empty(1, x.shape[1], x.shape[2]).bernoulli_(keep) / keep

    def forward(self, forms, glued, mask, reverse):
        """forms [T, B, D] → hidden states [T, B, top]."""
        h = self.sizes['hidden']
        m = mask.unsqueeze(-1).float()
        x = (forms + self.glue(glued)) * m
        x = self.locked(x)
        out = []
        for side in range(2):
            y = flip(x, reverse) if side else x
            before = torch.cat([torch.zeros_like(y[:1]), y[:-1]])
            z = self.first[side](torch.cat([before, y], -1))
            f, o = gate(z[..., :h]), gate(z[..., h:2 * h])
            state = Scan.apply(f, softsign(z[..., 2 * h:]) * m) * o
            out.append(flip(state, reverse) if side else state)
        x = self.locked(torch.cat(out, -1))
        if self.narrow is not None:
            x = self.narrow(x)
        x = self.recur(self.second, x, m, reverse)
        x = self.locked(x) * m
        return x if self.narrow_top is None else self.narrow_top(x)

    def recur(self, layers, x, m, reverse):
        """One bidirectional input-gated recurrence."""
        out = []
        for side in range(2):
            y = flip(x, reverse) if side else x
            z = layers[side](y)
            g = z.shape[-1] // 2
            state = Scan.apply(gate(z[..., :g]), softsign(z[..., g:]) * m)
            out.append(flip(state, reverse) if side else state)
        return torch.cat(out, -1)

    def arcs(self, top, mask):
        """Scores [B, T, 1+T] of each head (0 is the root) for each word."""
        x = top.transpose(0, 1)
        dependent, head = self.arc_dependent(x), self.arc_head(x)
        dependent, head = F.relu(dependent), F.relu(head)
        if self.training:
            dependent, head = F.dropout(dependent, self.drop), F.dropout(head, self.drop)
        size = x.shape[1]
        score = torch.bmm(self.biaffine(dependent), head.transpose(1, 2)) + self.head_bias(head).transpose(1, 2)
        offset = torch.arange(size).unsqueeze(0) - torch.arange(size).unsqueeze(1)
        limit = self.sizes['distance']
        score = score + self.distance[offset.clamp(-limit, limit) + limit]
        score = score.masked_fill(~mask.transpose(0, 1).unsqueeze(1), -1e4)
        score = score - 1e4 * torch.eye(size)
        root = (dependent @ self.root).unsqueeze(-1)
        return torch.cat([root, score], -1)

    def labels(self, top, heads):
        """Scores [B, T, deprel] given the heads [B, T] (0 is the root)."""
        x = top.transpose(0, 1)
        dependent, head = self.label_dependent(x), self.label_head(x)
        head = torch.cat([torch.zeros_like(head[:, :1]), head], 1)
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        y = F.relu(dependent + chosen)
        if self.training:
            y = F.dropout(y, self.drop)
        return self.label(y)


