package org.vigie.registry.dataset.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator's data sets lie.
 *
 * @param asTable a file ({@code VIGIE_AS_TABLE}) instead of what is loaded or comes with the software; {@code none}
 *     means none, blank means what is loaded or comes with the software
 */
@ConfigurationProperties("vigie")
record DataSetProperties(@DefaultValue("") String asTable) {}
