"""Problems of electric circuits: how a circuit is told, what claims mean. The contract of both sides.

Truth, a JSON object: as schemas/stem/circuits.py lays it out and explains it, with these differences:

    components   are of the kinds battery, resistor, lamp, switch, ammeter and voltmeter. The battery and
                 every resistor and lamp has its `value`, be it written in the image or not. A lamp has the
                 same resistance whatever flows through it. Values are whole or fractions: `12`, `5/2`.
    time         "10": for so many seconds the circuit is left as it is drawn; only where the problem speaks
                 of a time

How a circuit is connected, and which switches are closed, is seen in the image, and never claimed. Take away
what lets nothing through (open switches, voltmeters), draw together what conducts without resistance (wires,
ammeters, closed switches), and take away loads (resistors and lamps) that no current flows through by then:
those are idle, and nothing is claimed of them but in `tellings`. What is left are the battery, and the loads
that carry current, between nodes.

What claims are of, below X, Y, G:

    a load       `R1`, `L2`: one that carries current
    a group      ("R1", "R2", …), as further arguments of an operation, in the order of text: two or more
                 loads, not all, that are connected among themselves, and meet the battery and all other loads
                 that carry current in two nodes, between which all its current flows
    the whole    `E`: all loads that carry current, two at least, as the battery sees them; and the battery
    a meter      `A1` has a current, `V1` a voltage: what it shows

Operations; values are exact, whole or fractions, above 0. ("voltage", "R2", "R3") is of a group.

    ("resistance", X)   in ohms, between the two ends of a load, a group or the whole
    ("voltage", X)      in volts, between the two ends; ("voltage", "E") is the battery's; ("voltage", "V1")
                        is between the two nodes that the voltmeter is joined to
    ("current", X)      in amperes, from one end to the other; ("current", "E") flows through the battery,
                        ("current", "A1") through the ammeter
    ("power", X)        in watts, of all loads in X; ("power", "E") is what the battery gives
    ("time",)           in seconds, of which there is one
    ("charge", X)       in coulombs, that flows through X in that time
    ("energy", X)       in joules, that X takes in in that time, which is the heat where it is a resistor

Other circuits look alike: those of the same drawing, with the same states of switches, and any values above 0
of the battery, of the loads and of the time. What holds in all of them holds `always`.

    same current   X and Y have always the same current: they are in series, or one is part of the other
    same voltage   X and Y have always the same voltage: they are in parallel, or one is part of the other
    in series      parts of G: loads or groups, two or more, no load in two of them, all loads of G in one of
                   them, that have always the same current
    in parallel    parts of G: likewise, that have always the same voltage

Laws. A step has one claim as its conclusion, and as its inputs those that its law names, each once, in any
order, and no other; the conclusion's value follows from theirs exactly, by the formula. `points` and
`numbers` of a step are empty. X and Y are two, each a load, a group or the whole, unless a meter is named; G
is a group or the whole. "Others" are all parts of G but the one that is concluded.

    ohm/current                 voltage X, resistance X → current X = U / R
    ohm/voltage                 current X, resistance X → voltage X = I R
    ohm/resistance              voltage X, current X → resistance X = U / I
    equal_current               current X → current Y                             same current
    equal_voltage               voltage X → voltage Y                             same voltage
    ammeter                     current of A → current Y                          same current
    ammeter/reading             current X → current of A                          same current
    voltmeter                   voltage of V → voltage Y                          same voltage
    voltmeter/reading           voltage X → voltage of V                          same voltage
    series_resistance           resistances of the parts → resistance G, the sum                  in series
    series_resistance/part      resistance G, those of the others → that of a part, the rest      in series
    parallel_resistance         resistances of the parts → resistance G = 1 / (1/R + 1/R' + …)    in parallel
    parallel_resistance/part    resistance G, those of the others → that of a part                in parallel
    sum_of_voltages             voltages of the parts → voltage G, the sum                        in series
    sum_of_voltages/part        voltage G, those of the others → that of a part, the rest         in series
    sum_of_currents             currents of the parts → current G, the sum                        in parallel
    sum_of_currents/part        current G, those of the others → that of a part, the rest         in parallel
    sum_of_powers               powers of the parts → power G, the sum              in series, or in parallel
    sum_of_powers/part          power G, those of the others → that of a part       in series, or in parallel
    voltage_division            voltage X, resistance X, resistance Y → voltage Y = U R' / R      same current
    voltage_division/resistance voltage X, resistance X, voltage Y → resistance Y = R U' / U      same current
    current_division            current X, resistance X, resistance Y → current Y = I R / R'      same voltage
    current_division/resistance current X, resistance X, current Y → resistance Y = R I / I'      same voltage
    power                       voltage X, current X → power X = U I
    power/current               power X, voltage X → current X = P / U
    power/voltage               power X, current X → voltage X = P / I
    power_by_current            current X, resistance X → power X = I² R
    power_by_current/resistance power X, current X → resistance X = P / I²
    power_by_current/current    power X, resistance X → current X = √(P / R)
    power_by_voltage            voltage X, resistance X → power X = U² / R
    power_by_voltage/resistance power X, voltage X → resistance X = U² / P
    power_by_voltage/voltage    power X, resistance X → voltage X = √(P R)
    power_in_series             power X, resistance X, resistance Y → power Y = P R' / R          same current
    power_in_parallel           power X, resistance X, resistance Y → power Y = P R / R'          same voltage
    charge                      current X, time → charge X = I t
    charge/current              charge X, time → current X = Q / t
    charge/time                 charge X, current X → time = Q / I
    energy                      power X, time → energy X = P t
    energy/power                energy X, time → power X = W / t
    energy/time                 energy X, power X → time = W / P
    energy_by_charge            voltage X, charge X → energy X = U Q
    energy_by_charge/voltage    energy X, charge X → voltage X = W / Q
    energy_by_charge/charge     energy X, voltage X → charge X = W / U
    joule                       current X, resistance X, time → energy X = I² R t

In `tellings`, said of what the image shows, of the value `yes`:

    ("connected", C)        how the loads that carry current are connected: C is a load, or
                            ("series", C, C, …) or ("parallel", C, C, …)
    ("cut_off", R, S)       a load is idle, and it would carry current if the open switch S were closed
    ("bridged", R, S)       a load is idle, and it would carry current if the closed switch S were open
"""

from vlcorpus.schemas.scenes.claims import Expression

TIME: Expression = ("time",)
UNITS = {
    "resistance": "Ω",
    "voltage": "V",
    "current": "A",
    "power": "W",
    "time": "s",
    "charge": "C",
    "energy": "J",
}
LAWS = (
    "ohm/current",
    "ohm/voltage",
    "ohm/resistance",
    "equal_current",
    "equal_voltage",
    "ammeter",
    "ammeter/reading",
    "voltmeter",
    "voltmeter/reading",
    "series_resistance",
    "series_resistance/part",
    "parallel_resistance",
    "parallel_resistance/part",
    "sum_of_voltages",
    "sum_of_voltages/part",
    "sum_of_currents",
    "sum_of_currents/part",
    "sum_of_powers",
    "sum_of_powers/part",
    "voltage_division",
    "voltage_division/resistance",
    "current_division",
    "current_division/resistance",
    "power",
    "power/current",
    "power/voltage",
    "power_by_current",
    "power_by_current/resistance",
    "power_by_current/current",
    "power_by_voltage",
    "power_by_voltage/resistance",
    "power_by_voltage/voltage",
    "power_in_series",
    "power_in_parallel",
    "charge",
    "charge/current",
    "charge/time",
    "energy",
    "energy/power",
    "energy/time",
    "energy_by_charge",
    "energy_by_charge/voltage",
    "energy_by_charge/charge",
    "joule",
)
