package org.evenkeel.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.intake.platform.Platform;

/**
 * The definition of a survey that lies beside its export: a Qualtrics {@code .qsf} file, a LimeSurvey {@code .lss} file or a
 * REDCap data dictionary. It is only ever asked whether respondents are told where to find help.
 */
final class SurveyDefinition {
    private static final long LARGEST = 32L << 20;
    private static final Pattern HELP = Pattern.compile(
            "(?i)crisis|help ?line|hot ?line|life ?line|samaritans|suicide prevention|in an emergency|emergency (?:services|number)"
                    + "|call (?:911|988|999|112|116 ?123)|counsell?ing (?:service|center|centre)|student wellbeing service"
                    + "|telefonseelsorge|krisendienst|notruf|numéro d'urgence|teléfono de la esperanza");

    private final Path file;

    private SurveyDefinition(Path file) {
        this.file = file;
    }

    /** The definition in the export's folder, if exactly one of its platform's lies there. */
    static Optional<SurveyDefinition> beside(Path export, Platform platform) {
        Path folder = Optional.ofNullable(export.toAbsolutePath().getParent()).orElse(Path.of("."));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> definitions = files.filter(file -> !file.equals(export.toAbsolutePath()))
                    .filter(file -> defines(file, platform))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            return definitions.size() == 1 ? Optional.of(new SurveyDefinition(definitions.get(0))) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The file's name. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** Whether it names a place to find help in a crisis; a file that cannot be read says nothing against it. */
    boolean namesHelp() {
        try {
            return Files.size(file) > LARGEST
                    || HELP.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                            .find();
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static boolean defines(Path file, Platform platform) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (platform == Platform.QUALTRICS) {
            return name.endsWith(".qsf");
        }
        if (platform == Platform.LIMESURVEY) {
            return name.endsWith(".lss");
        }
        return platform == Platform.REDCAP && name.contains("dictionary") && name.endsWith(".csv");
    }
}
