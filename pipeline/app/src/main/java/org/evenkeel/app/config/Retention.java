package org.evenkeel.app.config;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/**
 * How long rows of people are kept. What was published stays.
 *
 * @param months months from the day of a submission
 */
public record Retention(int months) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}) *(months?|years?)");
    private static final int MONTHS_OF_A_YEAR = 12;

    public Retention {
        Require.that(months >= 1, "rows must be kept for 1 month or more. Value given: %s", months);
    }

    /** Reads {@code 24 months} or {@code 2 years}. */
    public static Retention parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        Require.that(form.matches(), "must be such as '24 months' or '2 years'. Value given: '%s'", text);
        int number = Integer.parseInt(form.group(1));
        return new Retention(form.group(2).startsWith("year") ? number * MONTHS_OF_A_YEAR : number);
    }

    /** The first instant of the oldest day that is still kept. */
    public Instant before(Instant asOf, ZoneId zone) {
        return asOf.atZone(zone)
                .toLocalDate()
                .minusMonths(months)
                .atStartOfDay(zone)
                .toInstant();
    }
}
