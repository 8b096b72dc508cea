package org.vigie.support.web;

import org.springframework.util.unit.DataSize;

/**
 * Where a body may be larger than elsewhere, because it is never held as a whole.
 *
 * @param path of the operation, as it is asked for
 */
public record LargerBody(String path, DataSize limit) {}
