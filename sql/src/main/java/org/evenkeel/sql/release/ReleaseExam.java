package org.evenkeel.sql.release;

import java.time.LocalDate;

/** Days of exams within a term. */
public record ReleaseExam(String term, LocalDate from, LocalDate to) {}
