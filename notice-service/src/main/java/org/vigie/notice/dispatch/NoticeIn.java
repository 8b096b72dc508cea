package org.vigie.notice.dispatch;

import java.util.function.Function;

/**
 * A notice and the state that it is in, so that it can only be moved on by a move of that state.
 *
 * @param <S> the state
 */
record NoticeIn<S extends NoticeState>(Notice notice, S state) {

    /** @throws IllegalArgumentException if the notice is in another state, which is a defect */
    NoticeIn {
        if (!notice.state().equals(state)) {
            throw new IllegalArgumentException("the notice is " + notice.state().name() + " and not " + state.name());
        }
    }

    <T extends NoticeState> NoticeIn<T> moved(Function<? super S, T> move) {
        var next = move.apply(state);
        return new NoticeIn<>(notice.in(next), next);
    }

    /** The same, as it was stored. */
    NoticeIn<S> as(Notice stored) {
        return new NoticeIn<>(stored, state);
    }
}
