package org.evenkeel.app.demo;

/**
 * A student in a term.
 *
 * @param student who
 * @param year the year of study the student is in
 */
public record Enrolment(Student student, int year) {}
