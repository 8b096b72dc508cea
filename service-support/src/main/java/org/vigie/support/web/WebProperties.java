package org.vigie.support.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the REST interfaces.
 *
 * @param bodyLimit largest body that is read
 */
@ConfigurationProperties("vigie.web")
public record WebProperties(@DefaultValue("64KB") DataSize bodyLimit) {}
