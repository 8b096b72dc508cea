package org.vigie.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is answered whole, in parts of the size that was asked for. */
class PagingTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7})
    void thePartsAreTheWhole(int length) {
        var whole = IntStream.range(0, length).boxed().toList();
        var read = new ArrayList<Integer>();
        Integer cursor = null;
        do {
            var part = Paging.part(whole, one -> one, cursor, 3);
            assertThat(part.entries()).hasSizeLessThanOrEqualTo(3);
            read.addAll(part.entries());
            cursor = part.next();
        } while (cursor != null);

        assertThat(read).isEqualTo(whole);
    }

    @Test
    void refusesACursorOfNothingAndASizeOutOfRange() {
        var whole = List.of(1, 2);

        assertThatThrownBy(() -> Paging.part(whole, one -> one, 9, 1))
                .isInstanceOf(ParameterRefused.class)
                .hasMessageStartingWith("cursor");
        for (int limit : new int[] {-1, 0, 501}) {
            assertThatThrownBy(() -> Paging.part(whole, one -> one, null, limit))
                    .isInstanceOf(ParameterRefused.class)
                    .hasMessageStartingWith("limit");
        }
        assertThat(Paging.size(null)).isEqualTo(100);
    }
}
