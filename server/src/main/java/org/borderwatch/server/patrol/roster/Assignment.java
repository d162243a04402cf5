package org.borderwatch.server.patrol.roster;

/**
 * One duty of one team.
 *
 * @param day from 1, the day on which the shift begins
 * @param shift number of the shift
 * @param team code of the team
 * @param area id of the area
 */
public record Assignment(int day, int shift, String team, String area) {}
