"""And-inverter graphs: what Yosys writes in ASCII, with inputs made constant, for ABC to read."""
import re


class Aiger:
    """A graph. A literal is twice the number of a node, and one more if inverted; 0 is false."""

    def __init__(self, text):
        lines = text.split("\n")
        _, inputs, _, outputs, ands = map(int, lines[0].split()[1:])
        last = 1 + inputs + outputs + ands
        numbers = [tuple(map(int, line.split())) for line in lines[1:last]]
        self.inputs = [line[0] for line in numbers[:inputs]]
        self.outputs = [line[0] for line in numbers[inputs:inputs + outputs]]
        self.ands = sorted(numbers[inputs + outputs:])  # a node's operands come before it
        symbols = [line.split() for line in lines[last:] if re.match(r"[io]\d+ ", line)]
        self.names = {kind_and_index: name for kind_and_index, name in symbols}

    def cofactor(self, constants, output):
        """The outputs named `output...`, as binary AIGER, where inputs are the given constants."""
        value, nodes, known, order = {0: 0}, 2 * len(self.inputs) + 2, {}, []
        for index, literal in enumerate(self.inputs):
            value[literal] = constants.get(self.names[f"i{index}"], 2 * index + 2)
        for node, left, right in self.ands:
            p, q = sorted((value[left & ~1] ^ left & 1, value[right & ~1] ^ right & 1))
            if p == 0 or p ^ 1 == q:
                value[node] = 0
            elif p == 1 or p == q:
                value[node] = q
            else:
                if (p, q) not in known:
                    known[p, q] = nodes
                    order.append((nodes, q, p))
                    nodes += 2
                value[node] = known[p, q]
        wanted = sorted((name, self.outputs[int(key[1:])]) for key, name in self.names.items()
                        if key[0] == "o" and name.startswith(output))
        results = [value[literal & ~1] ^ literal & 1 for _, literal in wanted]
        return self.binary(order, results)

    def binary(self, order, results):
        used, kept = {literal & ~1 for literal in results}, []
        for node, q, p in reversed(order):
            if node in used:
                used |= {q & ~1, p & ~1}
                kept.append((node, q, p))
        kept.reverse()
        first = 2 * len(self.inputs) + 2
        place = {literal: literal for literal in range(0, first, 2)}
        place |= {node: first + 2 * index for index, (node, _, _) in enumerate(kept)}
        moved = lambda literal: place[literal & ~1] ^ literal & 1
        count = len(self.inputs)
        text = "".join(f"{moved(literal)}\n" for literal in results)
        data = bytearray(
            f"aig {count + len(kept)} {count} 0 {len(results)} {len(kept)}\n{text}".encode())
        for node, q, p in kept:
            low, high = sorted((moved(q), moved(p)))
            for difference in (place[node] - high, high - low):
                while difference > 127:
                    data.append(difference & 127 | 128)
                    difference >>= 7
                data.append(difference)
        return bytes(data)
