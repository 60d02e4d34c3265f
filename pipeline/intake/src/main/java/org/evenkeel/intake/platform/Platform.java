package org.evenkeel.intake.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an export comes from. */
public enum Platform {
    QUALTRICS("Qualtrics", "qualtrics"),
    REDCAP("REDCap", "redcap"),
    LIMESURVEY("LimeSurvey", "limesurvey"),
    GOOGLE_FORMS("Google Forms", "google-forms"),
    MICROSOFT_FORMS("Microsoft Forms", "microsoft-forms"),
    SURVEYMONKEY("SurveyMonkey", "surveymonkey"),
    /** A table with one header row and nothing a platform is known by, in any kind of file. */
    PLAIN("plain table", "csv");

    private final String label;
    private final String declared;

    Platform(String label, String declared) {
        this.label = label;
        this.declared = declared;
    }

    /** The name people read. */
    public String label() {
        return label;
    }

    /** The name a study declares it by. */
    public String declared() {
        return declared;
    }

    /** The platform a study means by this name, whatever its case. */
    public static Optional<Platform> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(platform -> platform.declared.equals(wanted)
                        || platform.label.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
