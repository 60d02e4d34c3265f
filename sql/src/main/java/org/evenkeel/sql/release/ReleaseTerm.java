package org.evenkeel.sql.release;

import java.time.LocalDate;

/** A term of the calendar up to and including the release's own. */
public record ReleaseTerm(String id, int order, LocalDate from, LocalDate to, LocalDate cutOff) {}
