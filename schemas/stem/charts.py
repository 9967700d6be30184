"""What a chart is told as, and what can be said of it.

Truth, a JSON object. Its numbers are integers or decimals without zeros at the end: `12`, `3.5`, `-4`, in the
truth, in expressions and in values alike, at most three decimals.

    chart       bar | horizontal bar | grouped bar | stacked bar | line | scatter | pie | histogram | box |
                heat map | dot plot
    title       "Books read in June"
    value_axis  {"name": "Books", "low": "0", "high": "40", "step": "10"}: where ticks are, each with its
                number; null for pie, heat map and dot plot
    categories  ["Anna", "Ben", …]: from the left to the right, of a horizontal bar chart from the top down,
                of a pie clockwise from the top; of a heat map its columns, from the left; bins of a
                histogram `0-10`; of a dot plot values. [] for a scatter chart
    series      [{"name": "2021", "color": "red" | null, "values": ["12", "30", …]}, …]: a value for each
                category. One for bar, horizontal bar, pie, histogram and dot plot, whose name is `values`.
                Stacked from the bottom up. Of a heat map its rows, from the top down. [] for scatter and box
    labelled    true | false: whether values are written at what shows them

    points      of a scatter chart: {"A": ["3", "12"], …} for dots with a letter
    others      of a scatter chart: [["1", "4"], …], dots without one
    x_axis      of a scatter chart: {"name": "Hours", "low": "0", "high": "10", "step": "2"}
    edges       of a histogram: ["0", "10", "20", …]; a bin holds its lower edge and not its upper one
    boxes       of a box chart: {"Anna": ["2", "4", "5", "8", "9"], …}: minimum, lower quartile, median,
                upper quartile, maximum; in the order of `categories`
    key         of a dot plot: how many a dot stands for, `1`, `2` …: a column of 6 has three dots where it
                is 2
    bar_width   of bar, grouped bar, horizontal bar, stacked bar: in the coordinates of places, below
    axis_at     where the value axis stands: its x, of a horizontal bar chart its y, in the coordinates of
                places

What a value is: of a dot plot a column's dots times the key, of a histogram the frequency of a bin, of a
pie the number in a slice. `c` is a category, `s` a series, by their names, which are never alike. A lone
series is not named in expressions. Several names in a value have commas and are in the chart's order. Where
several are equally right (two largest ones), the expression is unknown; so is a number of more than three
decimals.

Of every chart:
    ("type", "chart")            as `chart`
    ("title", "chart")
    ("axis_name", "values")      the name of the value axis; ("axis_name", "x") of a scatter chart's other one
    ("axis_step", "values")      how far two neighbouring ticks are apart, of the value axis
    ("axis_end", "values")       the number at the last tick of the value axis
    ("count", what)              how many there are of categories, series, points (of a scatter chart, all
                                 of them)

Of what has categories with one value each (bar, horizontal bar, line with one series, pie, histogram, dot
plot):
    ("value", c)
    ("category", n)              number n in the order of the chart, from 1
    ("largest", "chart"), ("smallest", "chart")     the category
    ("ranked", n)                the category with the n-th largest value, all values being different
    ("larger", c, d)             the one of two categories with the larger value: `c` or `d`
    ("difference", c, d)         between two values, never negative
    ("ratio", c, d)              value of c divided by value of d
    ("sum", c, d)
    ("total", "chart")           of all categories
    ("mean", "chart")
    ("range", "chart")           the largest value minus the smallest
    ("median", "chart")          of the values of the categories; not of histograms and dot plots
    ("above", n), ("below", n)   how many categories have a value greater, smaller than n
    ("having", v)                the only category with the value v
    ("share", c)                 of the total, in percent: `25%`; no value is negative

Of several series (grouped bar, stacked bar, line with several series; heat map):
    ("value", s, c)
    ("category", n), ("series", n)   number n in order, from 1
    ("largest", s), ("smallest", s)  the category in which a series is largest, smallest
    ("leader", c)                the series with the largest value in a category
    ("larger", s, c, d)          the category of two with the larger value in a series
    ("difference", s, c, d)      of a series between two categories, never negative
    ("gap", c, s, r)             between two series in a category, never negative
    ("total", s)                 of a series over all categories
    ("stack", c)                 of a category over all series
    ("highest_stack", "chart")   the category whose values are most in sum
    ("top_cell", "chart")        of a heat map, series and category of the largest value: `Mon, 9 am`
    ("ahead", s, r)              in how many categories series s has a larger value than series r
    ("color", s)                 red | blue …, of the legend
    ("with_color", color)        the series of that colour

Of line charts, with s where there are several series:
    ("change", c, d), ("change", s, c, d)   rises | falls | stays: from c to d, which is the next category
    ("trend", "chart"), ("trend", s)        rising | falling | mixed: rising if it rises at each step
    ("steepest_rise", "chart"), ("steepest_rise", s)
                                 the two neighbouring categories between which it rises most: `Mar, Apr`;
                                 unknown where it never rises
    ("crossings", s, r)          how often one series overtakes the other between neighbouring categories;
                                 unknown where both are equal in a category

Of scatter charts:
    ("x", A), ("y", A)
    ("extreme", "x", "largest"), …   the named point with the largest | smallest x | y of all named ones
    ("correlation", "chart")     positive | negative | none: by Pearson's coefficient of all points: at least
                                 0.8, at most -0.8, between -0.2 and 0.2; unknown between these
    ("right_of", n), ("higher_than", n)   how many points of all have an x, a y greater than n

Of histograms, beside those with one value each:
    ("bin_width", "chart")
    ("under", e), ("from", e)    how many of all are smaller than edge e, are e or greater
    ("modal", "chart")           the bin with the largest frequency
    ("median_bin", "chart")      the bin in which the median of all lies; unknown where it falls between two
                                 bins

Of dot plots, whose categories are numbers, beside those with one value each:
    ("mode", "chart")            the category with the most dots
    ("dots", c)                  how many dots stand over a category

Of box charts:
    ("minimum", c), ("lower_quartile", c), ("median", c), ("upper_quartile", c), ("maximum", c)
    ("range", c), ("interquartile_range", c)
    ("extreme", what, "largest"), ("extreme", what, "smallest")
                                 the category with the largest, the smallest of what: minimum,
                                 lower_quartile, median, upper_quartile, maximum, range, interquartile_range
    ("category", n)
    ("half_between", c)          the two numbers between which the middle half lies: `4, 8`

Places. Coordinates of the chart: category number i, from 0, has its middle at x = i, and y is a value; of a
horizontal bar chart the middle is at y = -i, and x is the value. A scatter chart has its own x and y. Of a
histogram x is on its axis of edges. Of a heat map column i and row j are at (i, -j), of size 1. A pie has
radius 1 about (0, 0); a slice's place is not exact, any point well inside it will do. Bars of a group stand
side by side without gaps about the middle of their category, each of width `bar_width`.
    ("top", c), ("top", s, c)    the middle of the end of a bar; stacked: of the upper edge of its part
    ("middle", c), ("middle", s, c)   the middle of a bar, or of a part of it
    ("mark", c), ("mark", s, c)  the dot of a line chart
    ("point", A)                 of a scatter chart
    ("slice", c)
    ("center", "chart")          of a pie
    ("cell", s, c)               the middle of a cell of a heat map
    ("median", c), ("upper_quartile", c), ("lower_quartile", c)   the middle of that line of a box
    ("maximum", c), ("minimum", c)    the end of a whisker
    ("tick", n)                  where the value axis, which stands at `axis_at`, has the tick of value n
    ("top_dot", c)               the highest dot of a dot plot's column: y is 1 for the lowest dot, 2 …
"""

CHARTS = (
    "bar",
    "horizontal bar",
    "grouped bar",
    "stacked bar",
    "line",
    "scatter",
    "pie",
    "histogram",
    "box",
    "heat map",
    "dot plot",
)
# Other answers to ("type", "chart") that are right to some: never offered as wrong.
ALSO_RIGHT: dict[str, tuple[str, ...]] = {
    "horizontal bar": ("bar",),
    "grouped bar": ("bar",),
    "stacked bar": ("bar",),
    "bar": ("horizontal bar",),  # in Chinese both are called 条形图
}
ONE_VALUE_EACH = ("bar", "horizontal bar", "line", "pie", "histogram", "dot plot")
CHANGES = ("rises", "falls", "stays")
TRENDS = ("rising", "falling", "mixed")
CORRELATIONS = ("positive", "negative", "none")
BOX_VALUES = ("minimum", "lower_quartile", "median", "upper_quartile", "maximum")
BOX_MEASURES = (*BOX_VALUES, "range", "interquartile_range")
COUNTED = ("categories", "series", "points")
