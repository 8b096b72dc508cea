package org.vigie.support.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over the entries so far (RFC 6962, section 2.1), kept as the roots of its whole subtrees, the largest first:
 * adding to it and signing it takes no more than these, however long the record is.
 */
record Tree(long size, List<Hash> whole) {

    static final Tree EMPTY = new Tree(0, List.of());

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    Tree {
        whole = List.copyOf(whole);
    }

    static Hash leaf(byte[] entry) {
        return Hash.of(LEAF, entry);
    }

    Tree with(Hash leaf) {
        var roots = new ArrayList<>(whole);
        var last = leaf;
        for (var rest = size; rest % 2 == 1; rest /= 2) {
            last = node(roots.removeLast(), last);
        }
        roots.add(last);
        return new Tree(size + 1, roots);
    }

    Hash root() {
        return whole.reversed().stream()
                .reduce((right, left) -> node(left, right))
                .orElseGet(Hash::of);
    }

    /** What will be beside the way from the next leaf to the root, from the leaf on. */
    List<Hash> pathOfNext() {
        return whole.reversed();
    }

    /**
     * The root of a tree that has this leaf, by what is beside its way (RFC 9162, section 2.1.3.2).
     *
     * @throws IllegalArgumentException if the path does not fit the index and the size
     */
    static Hash root(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the index is beyond the checkpoint");
        }
        var hash = leaf;
        var at = index;
        var last = size - 1;
        for (var beside : path) {
            if (last == 0) {
                throw new IllegalArgumentException("the path is too long");
            }
            if (at % 2 == 1 || at == last) {
                hash = node(beside, hash);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, beside);
            }
            at /= 2;
            last /= 2;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the path is too short");
        }
        return hash;
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.of(NODE, left.bytes(), right.bytes());
    }
}
