"""Rooted trees to begin with: any, binary ones, search trees and heaps."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from vlcorpus.stages.stem.graphs.graph import Graph
from vlcorpus.stages.stem.graphs.names import node_names
from vlcorpus.stages.stem.network.layouts import rounded, tree

ACROSS, DOWN = 130.0, 190.0
MAX_DEPTH = 4
MAX_KEY = 99

Children = dict[str, list[str]]  # in a binary tree two of each, "" for one that is not there


def _rooted(root: str, children: Children, *, is_binary: bool) -> Graph:
    places = tree(root, children, ACROSS, DOWN)
    edges = [(parent, child) for parent, below in children.items() for child in below if child]
    return Graph(rounded(places), edges, root=root, is_binary=is_binary)


def _any_tree(random: Random) -> Graph:
    names = node_names(random, random.randint(6, 12))
    children: Children = {names[0]: []}
    depth = {names[0]: 0}
    for name in names[1:]:
        parents = [p for p in children if len(children[p]) < 4 and depth[p] < MAX_DEPTH - 1]
        parent = random.choice(parents)
        children[parent].append(name)
        children[name], depth[name] = [], depth[parent] + 1
    return _rooted(names[0], children, is_binary=False)


def _binary_shape(random: Random, names: list[str]) -> Children:
    """Return children at random: each name hangs below one before it, left or right."""
    children: Children = {names[0]: ["", ""]}
    depth = {names[0]: 0}
    for name in names[1:]:
        free = [(p, k) for p in children for k in (0, 1) if not children[p][k] and depth[p] < MAX_DEPTH]
        parent, side = random.choice(free)
        children[parent][side] = name
        children[name], depth[name] = ["", ""], depth[parent] + 1
    return {name: below if any(below) else [] for name, below in children.items()}


def _binary_tree(random: Random) -> Graph:
    names = node_names(random, random.randint(5, 11))
    return _rooted(names[0], _binary_shape(random, names), is_binary=True)


def _full_tree(random: Random) -> Graph:
    """Each node has two children or none."""
    names = node_names(random, random.choice((5, 7, 7, 9, 9, 11)))
    children: Children = {names[0]: []}
    depth = {names[0]: 0}
    for left, right in zip(names[1::2], names[2::2], strict=True):
        parent = random.choice(
            [name for name, below in children.items() if not below and depth[name] < MAX_DEPTH]
        )
        children[parent] = [left, right]
        for child in children[parent]:
            children[child], depth[child] = [], depth[parent] + 1
    return _rooted(names[0], children, is_binary=True)


def _level_shape(names: list[str]) -> Children:
    """Return a tree that is full but for its last level, which is filled from the left."""
    n = len(names)
    pairs = {
        names[k]: [names[2 * k + 1], names[2 * k + 2] if 2 * k + 2 < n else ""]
        for k in range(n)
        if 2 * k + 1 < n
    }
    return {name: pairs.get(name, []) for name in names}


def _keys(random: Random, n: int) -> list[int]:
    return random.sample(range(1, MAX_KEY + 1), n)


def _search_tree(random: Random) -> Graph:
    """Keys are inserted one after another, as everybody does it by hand."""
    children: dict[int, list[int | None]] = {}
    root, *rest = _keys(random, random.randint(5, 10))
    children[root] = [None, None]
    for key in rest:
        at = root
        while (below := children[at][key > at]) is not None:
            at = below
        children[at][key > at] = key
        children[key] = [None, None]
    named = {
        str(key): ["" if child is None else str(child) for child in pair] if any(pair) else []
        for key, pair in children.items()
    }
    return _rooted(str(root), named, is_binary=True)


def _heap(random: Random) -> Graph:
    keys = _keys(random, random.randint(5, 10))
    is_max = random.random() < 0.5
    for k in range(1, len(keys)):  # each new key rises while it should stand above its parent
        while k and (keys[k] > keys[(k - 1) // 2]) == is_max:
            keys[k], keys[(k - 1) // 2] = keys[(k - 1) // 2], keys[k]
            k = (k - 1) // 2
    names = [str(key) for key in keys]
    return _rooted(names[0], _level_shape(names), is_binary=True)


def _number_tree(random: Random) -> Graph:
    """Numbers without any order: neither a search tree nor a heap, but by accident."""
    names = [str(key) for key in _keys(random, random.randint(5, 9))]
    return _rooted(names[0], _binary_shape(random, names), is_binary=True)


def _near_search_tree(random: Random) -> Graph:
    """A search tree in which two keys have changed places."""
    graph = _search_tree(random)
    one, other = random.sample(list(graph.places), 2)
    swapped = {one: other, other: one}
    graph.places = {swapped.get(name, name): place for name, place in graph.places.items()}
    graph.edges = [(swapped.get(a, a), swapped.get(b, b)) for a, b in graph.edges]
    graph.root = swapped.get(graph.root, graph.root)
    return graph


TREES: dict[str, Callable[[Random], Graph]] = {
    "rooted_tree": _any_tree,
    "binary_tree": _binary_tree,
    "full_tree": _full_tree,
    "search_tree": _search_tree,
    "near_search_tree": _near_search_tree,
    "heap": _heap,
    "number_tree": _number_tree,
}
