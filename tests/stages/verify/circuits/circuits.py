"""Circuits to judge: a battery of 12 V between n0 and n1, and what is given."""


def truth(*, wires=(), points=(), junctions=(), volts="12", **components):
    nodes = {f"n{k}": [str(4 * k), "0"] for k in range(6)}
    found = {"E": {"kind": "battery", "ends": ["n0", "n1"], "value": volts}}
    for name, (kind, ends, *more) in components.items():
        found[name] = {"kind": kind, "ends": [f"n{end}" for end in ends]}
        if more:
            found[name]["state" if kind == "switch" else "value"] = more[0]
    return {
        "nodes": nodes,
        "wires": [[f"n{a}", f"n{b}"] for a, b in wires],
        "components": found,
        "points": dict(points),
        "junctions": list(junctions),
    }
