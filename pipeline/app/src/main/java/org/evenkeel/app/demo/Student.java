package org.evenkeel.app.demo;

/**
 * A simulated student.
 *
 * @param place the student's number in the simulation, which names the student's chance
 * @param number the student number that exports and the roster carry
 * @param entry the year the student's class entered
 * @param campus the student's campus
 * @param programme the student's programme
 */
public record Student(int place, String number, int entry, String campus, String programme) {}
