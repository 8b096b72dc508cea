package org.vigie.notice.delivery;

/**
 * The channel of providers that take notices by a web form only.
 *
 * @param channel hands over what a person filled in
 */
public record WebForms(Channel channel) {}
