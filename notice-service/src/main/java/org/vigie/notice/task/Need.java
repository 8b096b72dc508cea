package org.vigie.notice.task;

import org.jspecify.annotations.Nullable;

/**
 * Why a case needs a person.
 *
 * @param occasion tells needs of one kind in one case apart, such as the case's cycle
 * @param because why looks cannot tell, a code; absent of other kinds of tasks
 */
public record Need(Object occasion, @Nullable String because) {}
