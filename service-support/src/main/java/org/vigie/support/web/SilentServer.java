package org.vigie.support.web;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Keeps Tomcat from logging what clients send: it quotes a request line, a parameter or a cookie that it cannot read,
 * and any of them may be a URL of a report that somebody put in the wrong place. They are answered with a problem.
 */
final class SilentServer implements EnvironmentPostProcessor {

    private static final String ABOUT_CLIENTS = "org.apache.juli.logging.UserDataHelper.CONFIG";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        System.setProperty(ABOUT_CLIENTS, "NONE");
    }
}
