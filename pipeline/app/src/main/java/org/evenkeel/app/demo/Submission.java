package org.evenkeel.app.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One row that a survey platform holds.
 *
 * @param kind what became of it
 * @param student whose it is; absent for rows nobody was invited to
 * @param started when it was opened, in the school's zone
 * @param ended when it was submitted or last touched, in the school's zone
 * @param answers a cell for each question, empty where it was not answered
 */
public record Submission(
        Kind kind, Optional<Student> student, LocalDateTime started, LocalDateTime ended, List<String> answers) {
    /** What a platform knows about a row. */
    public enum Kind {
        SUBMITTED,
        UNFINISHED,
        PREVIEW,
        TEST,
        SPAM
    }

    public Submission {
        answers = List.copyOf(answers);
    }
}
