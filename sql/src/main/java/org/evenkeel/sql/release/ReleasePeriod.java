package org.evenkeel.sql.release;

import java.time.LocalDate;
import java.util.Optional;

/** A period figures speak of: the term ({@code week} absent), or an ISO week of it such as {@code 2026-W41}. */
public record ReleasePeriod(String key, int order, String term, Optional<String> week, LocalDate from, LocalDate to) {}
