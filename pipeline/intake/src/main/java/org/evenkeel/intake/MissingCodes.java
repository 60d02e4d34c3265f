package org.evenkeel.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenkeel.intake.platform.Platform;

/** Texts and numbers that mean that there is no answer: those a platform writes, and those the study declares. */
final class MissingCodes {
    private static final Pattern NUMBER = Pattern.compile("[+-]?0*\\d+(?:[.,]0*)?");

    /** What REDCap proposes as missing data codes, in the folded form. */
    private static final Map<String, Missing> REDCAP = Map.ofEntries(
            Map.entry("nask", Missing.NOT_ASKED),
            Map.entry("asku", Missing.CODED),
            Map.entry("ni", Missing.CODED),
            Map.entry("inv", Missing.CODED),
            Map.entry("unk", Missing.CODED),
            Map.entry("nav", Missing.CODED),
            Map.entry("msk", Missing.CODED),
            Map.entry("na", Missing.CODED),
            Map.entry("navu", Missing.CODED),
            Map.entry("np", Missing.CODED),
            Map.entry("unc", Missing.CODED),
            Map.entry("der", Missing.CODED),
            Map.entry("oth", Missing.CODED));

    private final Map<String, Missing> kinds = new HashMap<>();
    private final boolean usual;

    /** The codes of a file of this platform, with the declared ones. */
    MissingCodes(Platform platform, Set<String> declared) {
        kinds.put("n/a", Missing.CODED);
        if (platform == Platform.QUALTRICS) {
            // What Qualtrics writes for a question that was seen and left out, where the export's maker asked for it.
            kinds.put("-99", Missing.SKIPPED);
        }
        if (platform == Platform.LIMESURVEY) {
            kinds.put("n/a", Missing.NOT_ASKED);
        }
        if (platform == Platform.REDCAP) {
            kinds.putAll(REDCAP);
        }
        usual = declared.isEmpty();
        declared.forEach(code -> kinds.put(canonical(AnswerReader.fold(code)), Missing.CODED));
    }

    /** Whether the study declares none. */
    boolean areUsual() {
        return usual;
    }

    /** What a folded cell says about a missing answer; absent where it says something else. */
    Optional<Missing> kind(String folded) {
        return Optional.ofNullable(kinds.get(canonical(folded)));
    }

    /** Whether a folded label says that there is none: a declared code or what people and platforms write for it, no mere letters. */
    boolean isLabel(String folded) {
        return kinds.containsKey(canonical(folded)) && !REDCAP.containsKey(folded);
    }

    private static String canonical(String folded) {
        boolean mayBeNumber = !folded.isEmpty() && folded.length() <= 12 && folded.charAt(0) <= '9';
        if (!mayBeNumber || !NUMBER.matcher(folded).matches()) {
            return folded;
        }
        int end = folded.length();
        int point = Math.max(folded.indexOf('.'), folded.indexOf(','));
        String whole = folded.substring(folded.charAt(0) == '+' ? 1 : 0, point < 0 ? end : point);
        return Long.toString(Long.parseLong(whole));
    }
}
