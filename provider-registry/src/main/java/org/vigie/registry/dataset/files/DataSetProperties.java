package org.vigie.registry.dataset.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the operator's data sets lie.
 *
 * @param asTable CSV of {@code start,end,asn,name} ({@code VIGIE_AS_TABLE}); absent: none
 */
@ConfigurationProperties("vigie")
record DataSetProperties(@Nullable Path asTable) {}
