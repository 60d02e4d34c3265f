package org.evenkeel.app.job;

import java.util.List;

/**
 * What came of reading reports again.
 *
 * @param lines what was compared and what differs, file by file
 * @param refusals files that could not be compared, a sentence each
 * @param exitCode 0 where every file agrees; 3 where one differs, is broken or reports what was never published; 2 where a file is missing or no report
 */
public record VerifyOutcome(List<String> lines, List<String> refusals, int exitCode) {
    /** What a number that differs ends with: the data broke a rule. */
    static final int DIFFERS = 3;

    /** What a wrong file ends with. */
    static final int WRONG_USAGE = 2;

    public VerifyOutcome {
        lines = List.copyOf(lines);
        refusals = List.copyOf(refusals);
    }
}
