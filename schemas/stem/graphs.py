"""What a graph is told as, and what can be said of it: the contract of maker and oracle.

Truth, a JSON object:

    nodes         {"A": ["120", "-40"], …}: the middle of each node, integers, y upwards; the names are what
                  is written in or beside them: letters, or numbers such as "17"
    edges         [["A", "B"], …]: drawn as straight lines from middle to middle; no pair is joined twice, no
                  node to itself
    is_directed   true: an edge is an arrow from its first node to its second
    weights       [4, 7, …]: positive integers written on the edges, in the order of `edges`; [] where none
                  are
    colors        {"A": "red", …}: of all nodes, or {} where none has a colour
    marked        [["A", "B"], …]: those of `edges` that are drawn in `mark_color`; [] where none are
    mark_color    "red" …; "" where no edge is marked
    root          the root of a rooted tree, whose children stand below their parents, else ""
    is_binary     true: a binary tree: a child to the left of its parent is its left child, one to the right
                  its right child; of each there is at most one

An undirected graph may be anything; a rooted tree is undirected and connected. In a directed graph a path,
and a cycle, follows the arrows. An edge as a value is written `A-B`, where it is an arrow `A->B`; undirected,
its nodes come in the order in which they come in `nodes`. A list of nodes as a value is written `A, B, C`.

Operations on undirected graphs, trees included (A and B are different nodes):

    ("degree", A)             how many edges A has
    ("adjacent", A, B)        yes | no: an edge joins A and B
    ("common_neighbor", A, B) the one node adjacent to both; no value where it is not just one
    ("highest_degree",)       the one node of the highest degree; no value where several have it
    ("connected",)            yes | no: the whole graph hangs together
    ("cycle",)                yes | no: the graph contains a cycle
    ("tree",)                 yes | no: connected, without a cycle
    ("complete",)             yes | no: each two nodes are adjacent
    ("bipartite",)            yes | no: the nodes can be coloured with two colours so that adjacent ones
                              differ
    ("bridge", A, B)          yes | no, of an edge: without it, there are more components

Operations on directed graphs:

    ("in_degree", A)          how many arrows lead to A
    ("out_degree", A)         how many arrows leave A
    ("arrow", A, B)           yes | no: an arrow leads from A to B
    ("source",)               the one node to which no arrow leads; no value where there is not just one
    ("sink",)                 the one node that no arrow leaves; no value where there is not just one
    ("cycle",)                yes | no: there is a directed cycle
    ("before", A, B)          yes | no: A comes before B in every topological order; no value where there is a
                              directed cycle, and where neither node can be reached from the other

Operations on both:

    ("path", A, B)            yes | no: a path leads from A to B
    ("distance", A, B)        how many edges the shortest path from A to B has; no value where there is none
    ("weight", A, B)          of an edge, directed from A to B; of an undirected one, in either order
    ("shortest", A, B)        the least total weight of a path from A to B; no value without path or weights
    ("lightest",)             the edge of the least weight; no value where several have it
    ("heaviest",)             the edge of the greatest weight; no value where several have it
    ("color", A)              its colour; no value without colours
    ("properly_colored",)     yes | no: no edge joins two nodes of a colour; no value without colours
    ("marked", A, B)          yes | no, of an edge as in `weight`: it is drawn in `mark_color`; no value where
                              no edge is marked
    ("total", what)           sum of weights: edges (of all) | marked; no value without weights, or marked
                              ones
    ("count", what)           nodes | edges | components (undirected only) | isolated (nodes without an edge)
                              | leaves (undirected: nodes with just one edge; in a rooted tree nodes without
                              children) | sources | sinks (directed only) | marked (edges) | crossings (points
                              in which two edges cross, away from nodes; never three in one point) | a colour,
                              for the nodes that have it (no value without colours)

Operations on rooted trees (those on undirected graphs hold too):

    ("root",)                 the root
    ("parent", A)             no value for the root
    ("children", A)           how many children A has
    ("depth", A)              how many edges lie between the root and A: 0 for the root
    ("height",)               the greatest depth
    ("leaf", A)               yes | no: A has no children
    ("ancestor", A, B)        yes | no: A lies on the path from the root to B, and is not B
    ("siblings", A, B)        yes | no: they have the same parent
    ("common_ancestor", A, B) the lowest node that is an ancestor of both, or one of them that is the other's
    ("descendants", A)        how many nodes have A as an ancestor
    ("at_depth", n)           how many nodes have depth n, written as `2`
    ("left_child", A)         binary trees only; no value where there is none
    ("right_child", A)
    ("preorder",)             list: a node before its children, these from left to right, with all below them
    ("postorder",)            list: a node after its children
    ("inorder",)              list, binary trees only: the left child's subtree, the node, the right child's
    ("search_tree",)          yes | no, binary trees whose names are numbers: inorder is ascending
    ("heap",)                 min | max | none, trees whose names are numbers: each child is greater than its
                              parent (min), each smaller (max), or neither holds

Places: ("node", A); ("halfway", A, B), the middle of an edge, from its first node to its second;
("crossing", A, B, C, D), where the edges A, B and C, D cross; and each operation above whose value is a node,
which is that node's middle: ("root",), ("parent", A), ("common_neighbor", A, B) …
"""

COLORS = ("red", "blue", "green", "orange", "purple")
HEAPS = ("min", "max", "none")
