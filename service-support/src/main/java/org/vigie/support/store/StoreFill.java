package org.vigie.support.store;

import java.util.function.Consumer;

/**
 * A key that lists ask for and that earlier builds did not store. Every one a service needs is a bean; each document is
 * looked at once, in the background.
 *
 * @param name tells fills apart for ever; another name looks at every document once more
 * @param fill gives the document of an id its key, if it lacks it; it may be called twice for one
 */
public record StoreFill(String name, Class<?> documentClass, Consumer<String> fill) {}
