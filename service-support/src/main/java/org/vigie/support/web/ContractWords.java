package org.vigie.support.web;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the contract says of names: {@code contract/common.properties}, and the file of the service. */
final class ContractWords {

    private final Properties words;

    ContractWords(String service) {
        words = ServiceWords.read("contract", service);
    }

    @Nullable
    String of(String name) {
        return words.getProperty(name);
    }
}
