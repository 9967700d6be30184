"""What drawn electric circuits are told as, and what can be said of them: the contract of maker and oracle.

A circuit has one battery. Everything is ideal and long at rest: wires, ammeters and closed switches conduct
without resistance; open switches, voltmeters and capacitors (charged by then) let nothing through; a diode
conducts without resistance in its direction and nothing in the other; the battery has no resistance within.
Numbers are texts as schemas/scenes/claims.py writes them. Names are as they are written in the image: `R1`,
`L2`, `S1`, `A1`, `V1`, `C1`, `D1`, `E`; named points are `P`, `Q` …

Truth, a JSON object:

    nodes        {"n1": ["0", "4"], …}: points of the drawing in which wires and components end, x to the
                 right, y upwards; not written in the image
    wires        [["n1", "n2"], …]: straight, without resistance
    components   {"R1": {"kind": "resistor", "ends": ["n2", "n3"], "value": "4"}, …}: straight between its
                 ends, the symbol in the middle. Kinds: battery (value: volts; ends: the negative pole
                 first), resistor and lamp (value: ohms), switch (state: open | closed), ammeter, voltmeter,
                 capacitor, diode (ends: it conducts from the first to the second). A value that stands here
                 is written in the image; lamps may all be without one: then they are alike.
    points       {"P": "n2", …}: nodes with a name, drawn as dots
    junctions    ["n2", …]: nodes where three or more wires and components meet, drawn as dots

A lamp of a circuit whose lamps are without values has one resistance that is not told, the same as every
other: what depends on it (currents, voltages that are no fixed share of the battery's) is Unknown.

Operations. X, Y are components.

    ("kind", X)                   battery | resistor | lamp | switch | ammeter | voltmeter | capacitor | diode
    ("count", kind)               components of that kind; also ("count", "junctions"): dots where three or
                                  more meet; ("count", "lit"): lamps that are lit; ("count", "open"): open
                                  switches
    ("state", S)                  open | closed
    ("resistance", R), ("emf", E) as written, in ohms, in volts
    ("lit", L)                    yes | no: current flows through the lamp
    ("lit_after", L, S)           yes | no: would it be lit if switch S were changed to its other state?
                                  Unknown where the battery would be short-circuited
    ("current", X)                in A, 0 or above: through a resistor, lamp or battery
    ("voltage", X)                in V, 0 or above: between the ends of a resistor, lamp or capacitor
    ("reads", M)                  what an ammeter (A) or a voltmeter (V) shows, 0 or above
    ("total_resistance", E)       between the poles of the battery, as it is seen from there, in ohms
    ("connection", X, Y)          series | parallel | neither: of two resistors or lamps. What lets nothing
                                  through (open switches, voltmeters, capacitors) is taken away, what conducts
                                  without resistance (wires, ammeters, closed switches, diodes in their
                                  direction) drawn together; and what no current flows through by then has
                                  no value. Parallel: the same two ends. Series: removing either cuts the
                                  other off from the battery, so that the same current flows through both.
    ("more_current", X, Y)        of two resistors or lamps, the one with the larger current; Unknown where
                                  equal
    ("brighter", L, M)            of two lamps, the one with more power; Unknown where both have the same
    ("larger", R, Q)              the larger of two written resistances
    ("shorted", X)                yes | no: both ends of a resistor or lamp are one point, joined without
                                  resistance
    ("conducts", D)               yes | no: current flows through the diode

Places: ("symbol", X): middle between its ends; ("point", P): its node; ("positive_pole", E),
("negative_pole", E): a quarter of the way from the middle of the battery to that end of it.
"""

KINDS = ("battery", "resistor", "lamp", "switch", "ammeter", "voltmeter", "capacitor", "diode")
STATES = ("open", "closed")
CONNECTIONS = ("series", "parallel", "neither")
