package org.evenkeel.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.problem.UsageProblem;

/** Where a secret is kept: an environment variable or a file. The secret itself never stands in a study. */
public sealed interface Secret {
    /** The secret; its absence is refused. */
    String reveal(Map<String, String> environment);

    /** A secret in an environment variable. */
    record InEnvironment(String variable) implements Secret {
        @Override
        public String reveal(Map<String, String> environment) {
            String value = environment.get(variable);
            if (value == null) {
                throw new UsageProblem("the study takes a secret from the environment variable " + variable
                        + ", which is not set; set it, or name another place in the study");
            }
            return value;
        }
    }

    /** A secret that is the first line of a file. */
    record InFile(Path file) implements Secret {
        @Override
        public String reveal(Map<String, String> environment) {
            try (var lines = Files.lines(file)) {
                return lines.findFirst().orElse("");
            } catch (IOException unreadable) {
                throw new UsageProblem("the study takes a secret from the file " + file
                        + ", which cannot be read; put it there, or name another place in the study");
            }
        }
    }

    /** Reads {@code ${env:NAME}} or {@code ${file:/path}}; a path is relative to the folder. */
    static Secret parse(String text, Path folder) {
        Matcher form = Pattern.compile("\\$\\{(env|file):([^}]+)}").matcher(text);
        Require.that(
                form.matches(),
                "%s",
                "a secret does not stand in the study: write ${env:NAME} or ${file:/path}, which say where it is");
        return form.group(1).equals("env")
                ? new InEnvironment(form.group(2))
                : new InFile(folder.resolve(form.group(2)));
    }
}
