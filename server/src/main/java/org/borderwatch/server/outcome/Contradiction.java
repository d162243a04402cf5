package org.borderwatch.server.outcome;

/**
 * Why counts can't be right together.
 *
 * @param indicator code of the count that has to be looked at
 * @param vi the reason in Vietnamese
 * @param en the same in English
 */
public record Contradiction(String indicator, String vi, String en) {}
