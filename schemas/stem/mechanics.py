"""What drawn setups of mechanics are told as, and what can be said of them: the contract of maker and oracle.

A scene shows one setup or several, side by side, no two of a kind. Everything is ideal: ropes and springs
without mass, pulleys without mass and friction, surfaces smooth, and g = 10 m/s². Numbers are texts as
schemas/scenes/claims.py writes them, in SI units. Names: blocks and bobs `A`, `B` …; ropes `T1`, `T2` …;
springs `S1` …; wheels `W1` …; arrows `F1` …; no name is used twice in a scene.

Truth, a JSON object:

    masses     {"A": "3", …}: of blocks, in kg, written on them; a block whose mass is not written is left out
    at         {"A": ["1", "2"], …}: where each named thing is, x to the right, y upwards: the middle of a
               block or a bob, the upper end of a rope or spring (of a level rope its left end), the axle of
               a wheel, the tip of an arrow; also "pulley atwood", "pulley incline", "pulley tackle" (the
               axle of the only fixed pulley), "movable_pulley" (of the only one), "fulcrum", "slope_foot"
               (the sharp lower corner of an incline), "slope_top" (its upper one)
    setups     [{"kind": …}, …]: each one of these

    {"kind": "hanging", "chains": [[["T1", "rope", "A"], ["S1", "spring", "B"]], …],
     "stiffness": {"S1": "50"}}
               chains from the ceiling, side by side: each link by its name, what it is, and the block at its
               lower end; further links hang from that block. Stiffness, in N/m, is written at the spring.
    {"kind": "atwood", "left": ["A", "B"], "right": ["C"]}
               one rope over a fixed pulley; on each side blocks one below the other, the uppermost first
    {"kind": "incline", "base": "4", "height": "3", "rises_to": "right", "block": "A", "hanging": "B"}
               a block on an incline of these sides, which are written; where something is `hanging`, a rope
               runs from the block, along the slope, over a pulley at its top, to a block that hangs freely
    {"kind": "tackle", "load": "A", "strands": 3, "pull": ["F1", "down"]}
               a rope through fixed and movable pulleys: so many strands carry the movable part and the load;
               the arrow pulls the rope's free end down or up, and the load is at rest
    {"kind": "lever", "arms": [["A", "-3"], ["B", "2"]]}
               a level beam on a fulcrum, drawn before it moves, with marks one metre apart: each block stands
               above a mark, left of the fulcrum where its number is below 0
    {"kind": "balance", "left": ["A"], "right": ["B", "C"], "lower": "left"}
               an equal-armed balance at rest: which pan is lower, left | right | level
    {"kind": "row", "blocks": ["A", "B"], "ropes": ["T1"],
     "pulls": {"F1": ["left", "6"], "F2": ["right", "12"]}}
               blocks on a level floor, from left to right, each joined to the next by a rope; the one pull to
               the left acts on the leftmost block, the one to the right on the rightmost; one may be missing.
               Forces, in N, are written at the arrows.
    {"kind": "forces", "block": "A", "pulls": {"F1": ["right", "5"], "F2": ["up", "3"], …}}
               all forces on a block, in N, written at the arrows: left | right | up | down, several may act
               in one direction
    {"kind": "train", "wheels": {"W1": "2", "W2": "1"}, "meshes": [["W1", "W2"]],
     "belts": [["W2", "W3", "crossed"]], "driver": ["W1", "clockwise"]}
               wheels with their radii: gears that mesh turn each other, belts are open or crossed; an arrow
               shows how the driver turns: clockwise | counterclockwise. All wheels turn, and can.
    {"kind": "pendulums", "bobs": {"A": "3", "B": "2"}}
               bobs on strings of these lengths, in m, from one ceiling, from left to right

Operations.

    ("count", what)               blocks | ropes | springs | wheels (of a train) | arrows (named ones): in the
                                  whole scene; bobs are no blocks, the rope of an atwood, a tackle or an
                                  incline is none that counts, as only named ones do
    ("mass", A), ("weight", A)    of a block whose mass is written: in kg, in N
    ("heavier", A, B)             of two blocks whose masses are written; and of two that are alone on the
                                  pans of a balance that is not level
    ("hangs_from", A)             of a block in a chain: the rope or spring above it
    ("below", A)                  the block next below, in a chain or on one side of an atwood
    ("link", T1)                  rope | spring: what hangs between in a chain
    ("tension", T1)               in N, at rest in a chain (of a spring: its force); in a row as it
                                  accelerates
    ("extension", S1)             of a spring whose stiffness is written, in cm
    ("falls", "atwood")           left | right | neither: the side that goes down when it is let go
    ("acceleration", kind)        of an atwood, a row, an incline (with or without a hanging block), in m/s²,
                                  0 or above, when let go
    ("rope_tension", kind)        of an atwood or an incline with a hanging block, when let go, in N
    ("moves", A)                  of the block on an incline when let go: up the slope | down the slope | at
                                  rest
    ("normal_force", A)           from the incline on its block, in N
    ("along_slope", A)            the part of its weight that pulls the block on an incline down the slope,
                                  in N
    ("strands", "tackle")         how many carry the load
    ("pull", "tackle")            in N, for a load whose mass is written
    ("tips", "lever")             left | right | balanced: the end that goes down
    ("moment", A)                 of a block's weight about the fulcrum of its lever, in N·m, above 0
    ("distance", A)               of a block on a lever from the fulcrum, in m, above 0
    ("heavier_side", "balance")   left | right | equal: whose blocks are heavier together
    ("direction", F1)             left | right | up | down: of an arrow
    ("force", F1)                 in N, as written at an arrow of `row` or `forces`
    ("net_force", kind)           of `row` or `forces`, in N, 0 or above; of `forces` the root of the sum of
                                  squares where it acts aslant
    ("net_direction", kind)       left | right | up | down | none; Unknown where it acts aslant
    ("balanced", "forces")        yes | no: the forces add up to zero
    ("turns", W1)                 clockwise | counterclockwise
    ("same_way", W1, W2)          yes | no: two wheels turn the same way round
    ("faster", W1, W2)            of two wheels, the one with more turns in a minute; Unknown where both are
                                  equal
    ("joined", W1, W2)            mesh | open belt | crossed belt | none: what turns one by the other directly
    ("longer_period", A, B)       of two bobs
    ("longest_period", "pendulums")    the bob that swings slowest

Places, at `at` of the name: ("block_middle", A), ("bob_middle", A), ("upper_end", T1), ("axle", W1),
("arrow_tip", F1); ("pulley_axle", kind): at "pulley <kind>"; ("movable_axle", "tackle"), ("fulcrum_tip",
"lever"), ("slope_foot", "incline"), ("slope_top", "incline"); ("halfway", A, B): half-way between the
middles of two blocks.
"""

DIRECTIONS = ("left", "right", "up", "down")
TURNS = ("clockwise", "counterclockwise")
JOINTS = ("mesh", "open belt", "crossed belt", "none")
COUNTED = ("blocks", "ropes", "springs", "wheels", "arrows")
GRAVITY = 10  # m/s²
