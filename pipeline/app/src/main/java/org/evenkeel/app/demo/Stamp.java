package org.evenkeel.app.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What platforms stamp on their rows. */
final class Stamp {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Stamp() {}

    /** A moment without offset, as all three platforms write it. */
    static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }

    /** An address out of the blocks reserved for documentation. */
    static String address(Chance chance) {
        String block = switch (chance.between(0, 2)) {
            case 0 -> "192.0.2.";
            case 1 -> "198.51.100.";
            default -> "203.0.113.";
        };
        return block + chance.between(1, 254);
    }
}
