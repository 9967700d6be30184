"""What clocks are told as, and what can be said of them: the contract of maker and oracle.

Truth, a JSON object:

    clocks  {"clock": {…}} where there is one, else {"London": {…}, "A": {…}, …}: by the names that stand
            beside them, in the order in which they are drawn. Each has

        face           "analog" | "digital"
        hours          12 | 24: after so many hours it shows the same again
        seconds        what it shows, an integer from 0 on, below 3600 * hours: 0 is 12:00 on a clock of 12
                       hours, 0:00 on one of 24
        shows_seconds  true where it has a second hand, or digits for seconds; else `seconds` is whole minutes
        center         [x, y]: integers, y upwards
        radius         an integer, 1000 at least: of the dial; of a digital clock half its width

    and if it is analog

        hands          {"hour": 520, "minute": 840, "second": 900, "alarm": 380}: the length of each in
                       thousandths of the radius; second and alarm only where they are drawn
        alarm          the seconds that the alarm hand stands at, going round as the hour hand does; null
                       where there is none. Whole half hours
        numerals       "arabic" | "roman" | "none"
        written        [12, 3, 6, 9]: the hours whose numerals are drawn, of 1 to `hours`
        numerals_at    how far they stand from the centre, in thousandths of the radius
        marked         true where a triangle on the rim marks the top of the dial, which is hour 12 or 24
        mirrored       true where the clock is seen in a mirror: numerals too, and hands go round to the left
        turned_deg     degrees, 0 to 345, by which the whole clock is turned clockwise, after it was mirrored

Where hands point. A hand stands at a part of a turn from the top of the dial: the hour hand at
seconds / (3600 * hours), the minute hand at (seconds mod 3600) / 3600, the second hand at (seconds mod 60) /
60, the alarm hand at alarm / (3600 * hours); the numeral of hour h at (h mod hours) / hours. A part p of a
turn lies turned_deg + 360 * p degrees clockwise from straight up, turned_deg - 360 * p where the clock is
mirrored.

A time is written `H:MM`, or `H:MM:SS` where the clock shows seconds: H is 1 to 12 on a clock of 12 hours,
0 to 23 on one of 24, without a leading zero. A clock can be read where its top is known: it is upright and
not mirrored, or has numerals, or is marked and not mirrored. Hour and minute hand can be told apart where the
longer one is at least 1.25 times as long as the shorter one, or where they make no possible time when
swapped.

Operations. c and d are clocks.

    ("time", c)              the time that it shows
    ("hour", c)              H of its time
    ("minute", c)            its minutes past the hour: `0` to `59`
    ("second", c)            its seconds past the minute; only where it shows seconds
    ("points", hand, c)      the hour at whose place on the dial a hand (hour | minute | second | alarm)
                             stands exactly: `4`; no value where it stands between two
    ("angle", c)             degrees between hour and minute hand, the smaller way, 0 to 180: `165/2`; only
                             where the clock is analog and shows no seconds
    ("after", n, c)          the time n minutes after the one it shows: as `time` writes it
    ("before", n, c)         the time n minutes before
    ("hands", c)             how many hands it has
    ("has", hand, c)         yes | no: an analog clock has such a hand (second | alarm)
    ("alarm", c)             the time at which its alarm hand stands, without seconds
    ("until_alarm", c)       minutes from the time it shows to its alarm, forwards, more than 0 and at most
                             60 * hours; only where it shows no seconds
    ("numerals", c)          arabic | roman | none; of an analog clock
    ("written", c)           how many numerals it has
    ("missing", c)           the one hour whose numeral is missing where all others are there
    ("mirrored", c)          yes | no; only where it is analog and has numerals
    ("turned", c)            turned_deg; only where it is analog, can be read, and is not mirrored
    ("hours", c)             12 | 24; of an analog clock that has all numerals, or all but one
    ("face", c)              analog | digital
    ("agree", c, d)          yes | no: both show the same time; only where both have 12 hours, or both 24, and
                             both or neither shows seconds
    ("elapsed", c, d)        minutes from the time of c to that of d, forwards, 0 or more and below 60 *
                             hours; only where both have as many hours and neither shows seconds
    ("later", c, d)          which of the two shows the later time of the same day, or half of a day. No value
                             for different numbers of hours, or equal times, or where one of them, having 12
                             hours, shows from 12:00 to 12:59, which some call the end of it
    ("earliest", "clock")    which of all clocks shows the earliest time, in the sense of `later`: no value
                             where any two of them have none
    ("latest", "clock")      which of all shows the latest
    ("shows", time)          the one clock that shows this time, as it would be written for it
    ("count", "clock")       how many clocks there are

Places, their coordinates rounded to integers:

    ("tip", hand, c)         the end of a hand
    ("pivot", c)             the centre of an analog clock
    ("numeral", h, c)        where the numeral of hour h is drawn
    ("gap", c)               where the numeral of hour ("missing", c) would stand
    ("label", c)             the clock with this name beside it: its centre
"""

HANDS = ("hour", "minute", "second", "alarm")
NUMERALS = ("arabic", "roman", "none")
FACES = ("analog", "digital")
DISTINCT_RATIO = 1.25  # of the lengths of hour and minute hand: from this on nobody takes one for the other
