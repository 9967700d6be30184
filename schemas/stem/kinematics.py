"""What a graph of motion is told as, and what can be said of it.

Truth, a JSON object. Numbers are texts as schemas/scenes/claims.py writes them.

    quantity   position | velocity | acceleration: what is drawn over time
    units      {"time": "s", "length": "m"}: s | min | h, and m | km | cm. Velocity is in `m/s`, acceleration
               in `m/s²`
    axes       {"time": {"low": "0", "high": "10", "step": "1", "labels": ["2", "4", …]}, "value": …}: where
               grid lines are, and which of them carry their number
    bodies     {"A": {"color": "red" | null, "pieces": [{"from": "0", "to": "4", "coefficients": ["2", "0",
               "1/2"]}, …]}, …}: the drawn quantity of a body, at t = from + s, is the first coefficient + the
               second · s + the third · s²; each piece begins when the one before it ends, all bodies begin
               together and end together. Positions and velocities do not jump; an acceleration is constant in
               each piece and may jump between two.
    start      {"A": {"position": "0", "velocity": "3"}, …}: what was known when the graph begins, and is
               told with the picture; left out where nothing is

A quantity that is not drawn follows from the one that is: the slope, or the area under the graph together
with `start`. Where `start` does not give what it takes, it is unknown.

Values and times with units are written as numbers with at most three decimals, without zeros at the end, and
the unit: `4 s`, `-2.5 m/s`, `0.75 m/s²`; what takes more decimals is unknown. A span of time is written
`2-5 s`. In expressions t is such a time, and a pair of times a span: t1 < t2. What does not exist, or is more
than one, is unknown; so is everything outside of the time that is drawn.

    ("quantity", "graph")            position | velocity | acceleration
    ("position", A, t), ("velocity", A, t), ("acceleration", A, t)
                                     at that time; unknown where the slope that it is differs before and
                                     after it, or at a jump. At the very first and last moment the slope is
                                     that of the only piece there.
    ("displacement", A, t1, t2)      position at t2 minus position at t1
    ("distance", A, t1, t2)          length of the way; every turning counts
    ("average_velocity", A, t1, t2)  displacement per time
    ("average_speed", A, t1, t2)     length of the way per time
    ("velocity_change", A, t1, t2)   velocity at t2 minus velocity at t1, of velocity and acceleration graphs
    ("motion", A, t1, t2)            at rest | constant velocity | speeding up | slowing down: during all of
                                     the span, by its speed; unknown where it is not one of these throughout
    ("direction", A, t1, t2)         forward | backward: velocity above or below 0 inside all of the span
    ("rest_time", A)                 how long it rests in all: `3 s`; `0 s` where never for longer than a
                                     moment
    ("turning_time", A)              the only moment at which the direction of motion changes, of a body that
                                     does not rest there
    ("reaches", A, value)            the only time at which the drawn quantity has the value; of acceleration
                                     unknown
    ("highest", A), ("lowest", A)    the greatest and the least value of the drawn quantity
    ("fastest_span", A)              of position graphs of straight pieces, the only piece with the greatest
                                     speed: `2-5 s`
    ("steepest_span", A)             of velocity graphs of straight pieces, the only piece with the greatest
                                     absolute value of the acceleration
    ("returns", A)                   yes | no: at the end the position is that of the beginning
    ("stages", A)                    how many pieces there are: `4`
    ("end", "time")                  how long the motion is drawn in all

    ("faster", A, B, t)              the body with the greater speed at t: `A` or `B`
    ("ahead", A, B, t)               the body with the greater position at t
    ("meet_time", A, B)              the only time at which both have one position, the beginning included
    ("meet_position", A, B)          the position then
    ("equal_velocity_time", A, B)    of velocity graphs, the only time at which both have one velocity
    ("gap", A, B, t)                 how far apart their positions are at t, never negative
    ("farther", A, B)                the body with the longer way over all of the time

    ("color", A)                     red | blue …; unknown where the truth has none
    ("count", "bodies")              how many there are

Places, in coordinates of the graph: x is the time, y the drawn quantity, both without units.
    ("graph_at", A, t)               the point of a body's graph; of acceleration unknown at a jump
    ("begin", A), ("end", A)         where the graph begins and ends
    ("turning", A)                   of position graphs the point at the turning time, of velocity graphs the
                                     point where the velocity changes its sign
    ("meeting", A, B)                the only common point of two graphs
    ("highest", A), ("lowest", A)    the only highest or lowest point of a graph
    ("middle", A, t1, t2)            the middle of the straight piece between two times
"""

QUANTITIES = ("position", "velocity", "acceleration")
MOTIONS = ("at rest", "constant velocity", "speeding up", "slowing down")
DIRECTIONS = ("forward", "backward")
