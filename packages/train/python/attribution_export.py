"""Write a trained attribution network for the encoder in TypeScript: one blob of f32 and its layout."""
import json

import numpy as np
import torch


def parts(net, delta_rows):
    """Name, matrix: rows are outputs of a product, or rows of a table."""
    with torch.no_grad():
        words = net.vectors(torch.arange(len(net.known)), delta_rows)
        words[0] = 0
        tables = [table.weight.clone() for table in net.tables]
        # Every token has one row of the first column, so the bias of the sum travels in it.
        tables[0] += net.word.bias
        p = net.opt["pair"]
        yield "words", words
        yield "word", torch.cat([net.word.weight, net.up.weight])
        yield "second", net.second.weight
        yield "second.biases", net.second.bias
        yield "cue", net.cue.weight
        yield "cue.biases", net.cue.bias
        yield "key", net.key.weight
        yield "query", net.query.weight
        yield "query.biases", net.query.bias
        yield "pairScan", net.pair_scan.weight
        yield "pairScan.biases", net.pair_scan.bias
        yield "roleOwn", net.role.weight[:, :p]
        yield "roleOwn.biases", net.role.bias
        yield "roleScan", net.role.weight[:, p:]
        yield "tokens", torch.cat(tables)
        yield "pairs", torch.cat([table.weight for table in net.pair_tables])
        yield "cue.moves", net.cue_moves
        yield "role.moves", net.role_moves


def write_weights(named, folder):
    """Write matrices one behind the other; what comes back says where each stands."""
    layout, at = [], 0
    with open(f"{folder}/weights.f32", "wb") as out:
        for name, value in named:
            values = np.ascontiguousarray(value.detach().numpy(), dtype="<f4")
            out.write(values.tobytes())
            layout.append({"name": name, "shape": list(values.shape), "at": at})
            at += values.size
    return layout


def export(net, words, delta_rows, folder):
    layout = write_weights(parts(net, delta_rows), folder)
    sizes = {key: net.opt[key] for key in ("word", "hidden", "pair", "scan")}
    with open(f"{folder}/weights.json", "w") as out:
        json.dump({"sizes": sizes, "layout": layout, "words": words}, out)
