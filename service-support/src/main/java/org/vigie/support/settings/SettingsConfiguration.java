package org.vigie.support.settings;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Configuration;

/** Reads the settings that all services share. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("org.vigie.support")
public class SettingsConfiguration {}
