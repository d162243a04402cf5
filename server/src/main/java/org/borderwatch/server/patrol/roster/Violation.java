package org.borderwatch.server.patrol.roster;

/**
 * Why a roster asks for the impossible.
 *
 * @param day of the duty, from 1
 * @param team its code
 * @param vi the reason in Vietnamese
 * @param en the same in English
 */
public record Violation(int day, String team, String vi, String en) {}
