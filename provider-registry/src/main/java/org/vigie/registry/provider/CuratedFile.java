package org.vigie.registry.provider;

import java.util.List;

/** The list of providers that comes with the software, or one the operator gives instead. */
public interface CuratedFile {

    List<ProviderFacts> read();
}
