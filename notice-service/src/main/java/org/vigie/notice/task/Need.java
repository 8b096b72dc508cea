package org.vigie.notice.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a case needs a person.
 *
 * @param occasion tells needs of one kind in one case apart, such as the case's cycle
 * @param because why looks cannot tell, a code; absent of other kinds of tasks
 * @param due by when it is to be done, absent if its kind alone says that
 */
public record Need(
        Object occasion, @Nullable String because, @Nullable Instant due) {}
