package org.evenkeel.app.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.app.config.Configuration;

/**
 * What can be done with a study. Every call is safe to repeat and safe to kill; each says what it did
 * and throws a {@link org.evenkeel.core.problem.Problem} for what a person can mend.
 */
public interface StudyJob {
    /**
     * Takes in what is new and, when a release is due, makes it and its reports; otherwise says when.
     *
     * @param asOf the instant to work at; absent means that of the newest response taken in
     */
    JobOutcome run(Configuration configuration, Optional<Instant> asOf);

    /** Takes in what is new. */
    JobOutcome ingest(Configuration configuration);

    /**
     * Takes an export deliberately that waits because it asks its items otherwise than earlier ones.
     *
     * @param export the file's name, or the first digits of its hash
     */
    JobOutcome accept(Configuration configuration, String export);

    /**
     * Removes respondents from everything that is kept, for good, and says what was done.
     *
     * @param respondents a file with their ids, which is neither kept nor logged
     */
    List<String> erase(Configuration configuration, Path respondents);

    /**
     * Makes the releases that are due.
     *
     * @param asOf the instant to work at; absent means that of the newest response taken in
     */
    JobOutcome release(Configuration configuration, Optional<Instant> asOf);

    /** Makes the reports of the releases there are. */
    JobOutcome report(Configuration configuration);

    /**
     * Looks at one export again: what it is, what it would give, and what it asks otherwise than earlier ones.
     *
     * @param export the file's name, or the first digits of its hash
     * @throws org.evenkeel.core.problem.DataProblem with why it is not taken
     */
    List<String> look(Configuration configuration, String export);

    /** Reads reports again and compares every number in them with the mart. Changes nothing. */
    VerifyOutcome verify(Configuration configuration, List<Path> files);

    /** Attacks everything released so far. */
    AuditOutcome audit(Configuration configuration);

    /** What the ledger knows: exports, runs, releases, what waits and why, what is due. */
    List<String> status(Configuration configuration);
}
