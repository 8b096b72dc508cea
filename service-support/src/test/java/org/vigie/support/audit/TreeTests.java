package org.vigie.support.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vectors of Google's Certificate Transparency implementation, which RFC 6962 comes from. */
class TreeTests {

    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(Tree::leaf)
            .toList();

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasTheRootsOfTheVectors() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(size -> hex(of(size).root())))
                .isEqualTo(ROOTS);
        assertThat(hex(Tree.EMPTY.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void thePathOfWhatIsAddedLeadsToTheRootAndNoOtherDoes() {
        for (var size = 1; size <= LEAVES.size(); size++) {
            var path = of(size - 1).pathOfNext();
            var root = of(size).root();
            assertThat(Tree.root(LEAVES.get(size - 1), size - 1, size, path)).isEqualTo(root);
            if (size > 1) {
                assertThat(Tree.root(LEAVES.get(size % 8), size - 1, size, path))
                        .isNotEqualTo(root);
                var rooted = size;
                assertThatThrownBy(() ->
                                Tree.root(LEAVES.get(rooted - 1), rooted - 1, rooted, path.subList(1, path.size())))
                        .hasMessageContaining("too short");
            }
        }
    }

    /** The audit paths of leaf 0 and leaf 3 in the tree of 7, as RFC 6962 draws them. */
    @Test
    void aPathFromTheMiddleLeadsToTheRoot() {
        var pairOf23 = hash(LEAVES.get(2), LEAVES.get(3));
        var right = hash(hash(LEAVES.get(4), LEAVES.get(5)), LEAVES.get(6));
        var pairOf01 = hash(LEAVES.get(0), LEAVES.get(1));

        assertThat(Tree.root(LEAVES.get(0), 0, 7, List.of(LEAVES.get(1), pairOf23, right)))
                .isEqualTo(of(7).root());
        assertThat(Tree.root(LEAVES.get(3), 3, 7, List.of(LEAVES.get(2), pairOf01, right)))
                .isEqualTo(of(7).root());
        assertThatThrownBy(() -> Tree.root(LEAVES.get(6), 6, 7, List.of(right, right, right, right)))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> Tree.root(LEAVES.get(6), 7, 7, List.of())).hasMessageContaining("beyond");
    }

    private static Tree of(int size) {
        var tree = Tree.EMPTY;
        for (var leaf : LEAVES.subList(0, size)) {
            tree = tree.with(leaf);
        }
        return tree;
    }

    private static Hash hash(Hash left, Hash right) {
        return Hash.of(new byte[] {1}, left.bytes(), right.bytes());
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
