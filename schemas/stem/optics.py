"""What drawn setups of optics are told as, and what can be said of them: the contract of maker and oracle.

Truth, a JSON object, of one of three kinds of scenes; numbers are texts as schemas/scenes/claims.py writes
them.

An image by a thin lens or a mirror on its principal axis (y = 0); the object stands left of it, light comes
from the left. Key `imaging`:

    element    converging lens | diverging lens | concave mirror | convex mirror | plane mirror; it stands
               at x = 0
    focal      "6": above 0, the distance of its foci from it; of a plane mirror left out
    object     {"at": "-9", "height": "4"}: an upright arrow, its foot on the axis; at below 0
    rays       ["parallel", "center", "focus"]: those drawn from the tip of the object, after which the
               image is found; some or all of them. Where they leave as if from a point, they are drawn
               dashed back to it.
    is_drawn   true | false: whether the image is drawn as an arrow
    points     {"P": "-12", …}: named points of the axis, at these x
    written    ["focal", "object", "height"]: which of the three numbers are written in the image

    The image lies at v with 1/v = 1/f + 1/u for lenses (u = object's x; f above 0 for a converging one,
    below 0 for a diverging one), its height is v/u of the object's. For mirrors 1/v = 1/f - 1/u measured to
    the left of the mirror (u, f above 0 to the left; f below 0 for a convex one): a real image has x = -v,
    and the height is -v/u. A plane mirror has the image as far behind as the object is before it, of the
    same height.

    ("element",)                  the kind of the element, as above
    ("image",)                    real | virtual
    ("orientation",)              upright | inverted
    ("size",)                     larger | smaller | same: the image compared with the object
    ("image_side",)               left | right: of the element
    ("zone",)                     of the object before a converging lens or a concave mirror: beyond 2F | at
                                  2F | between F and 2F | inside F
    ("image_distance",), ("object_distance",), ("focal_length",)   from the element, above 0
    ("image_height",), ("object_height",)      above 0
    ("magnification",)            height of the image through that of the object, above 0
    ("count", "rays")             drawn from the object's tip; ("count", "points"): named points of the axis
    ("at", what)                  the named point that lies there: focus (either one) | 2F (either one, at
                                  twice the focal length) | object (its foot) | image (its foot) | center
                                  (of a lens or mirror: where the axis meets it); Unknown where none or
                                  several do
    ("nearer_to_element", P, Q)   of two named points
    ("object_side", P)            yes | no: the named point lies left of the element
    ("moved", P)                  larger | smaller | same: the size of the image, compared with what it is
                                  now, if the object stood at the named point (left of the element, not in a
                                  focus)
    ("image_moved", P)            real | virtual: the image if the object stood at the named point

Plane mirrors in a square of n x n cells, and a ray of light. Key `grid`:

    size       n
    mirrors    {"M1": [column, row, "/"], …}: from 0, rows upwards; "/" rises to the right, "\\\\" falls; a
               mirror lies across its cell from corner to corner, mirrors on both sides
    enters     ["left", 2]: the side on which the ray comes in, and which row, or column where it comes from
               below or above: left | right | bottom | top
    exits      {"A": ["top", 1], …}: named ends, at the rim; the ray comes out at one of them
    is_drawn   true | false: whether the path within is drawn

    ("exit",)                     the letter at which the ray comes out
    ("hits", "M1")                yes | no: the ray meets this mirror
    ("first_mirror",), ("last_mirror",)   the name of the first, of the last mirror that the ray meets
    ("next_mirror", "M1")         the mirror that the ray meets next after it met M1 for the first time;
                                  Unknown where it meets none then
    ("count", what)               reflections | mirrors | untouched (mirrors that the ray does not meet)
    ("leaves",)                   left | right | up | down: the direction in which the ray comes out
    ("twice", "M1")               yes | no: the ray meets this mirror twice

Layers of transparent media with level borders, and a ray from above. Key `layers`:

    media      [["A", "1"], ["B", "3/2"], …]: from the top, letter and refractive index
    written    true | false: whether the indices are written
    sine       "1/2": of the angle of incidence in the first medium, between 0 and 1
    The layers are 2 high each, the first from y = 0 down to -2; the ray starts at (0, 0). In a medium of
    index n it goes at an angle to the normal whose sine is (index of the first · sine) / n. Where that
    would be above 1 at a border, it is totally reflected there, goes up again through the same media, and
    the scene ends as it comes to y = 0; else it leaves at the bottom of the last. A sine of exactly 1 is
    not drawn.

    ("bends", A, B)               toward | away: the refracted ray, as it goes from A down to B next below,
                                  turns toward or away from the normal
    ("denser", A, B)              of two media, the one of the larger index
    ("faster", A, B)              the one in which light is faster
    ("densest",), ("thinnest",)   of all media that the ray passes; Unknown where two are equal
    ("total_reflection",)         yes | no
    ("reflected_at",)             the border at which the ray is totally reflected: two letters, `BC`
    ("angle_larger", A, B)        of two media that the ray passes, the one with the larger angle to the
                                  normal
    ("count", "media")            layers; ("count", "passed"): media that the ray enters
    ("sine", A)                   of the angle to the normal in a medium that the ray passes
    ("index", A)                  as written
    ("last_medium",)              the deepest medium that the ray enters

Expressions without arguments are written as a tuple of one: `("exit",)`.

Places. Imaging: ("axis_point", P) at (x, 0); ("focus", "left"), ("focus", "right") at (∓f, 0), of a lens;
of a mirror ("focus", "mirror") at (-f, 0) for a concave, (f, 0) for a convex one; ("object_tip",),
("object_foot",); ("image_tip",), ("image_foot",); ("element_middle",) at (0, 0). Grid: ("mirror", M1) at
(column + 1/2, row + 1/2); ("entry",) at the middle of the rim of the cell where the ray comes in;
("way_out",) likewise. Layers: ("border_hit", A, B): where the ray first meets the border of A and B next
below; ("end",): where the ray ends; ("lowest",): the lowest point of the ray where it is totally reflected.
"""

ELEMENTS = ("converging lens", "diverging lens", "concave mirror", "convex mirror", "plane mirror")
ZONES = ("beyond 2F", "at 2F", "between F and 2F", "inside F")
RAYS = ("parallel", "center", "focus")
SIDES = ("left", "right", "bottom", "top")
