package org.evenkeel.sql.ledger;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;

/**
 * What the lake consists of. A folder it does not name does not exist.
 *
 * @param versionNo counts the versions of the lake from 1
 * @param runNo the run that made it
 * @param committed when it became current
 * @param folders its folders, by name
 */
public record LakeVersion(long versionNo, long runNo, Instant committed, List<LakeFolder> folders) {
    public LakeVersion {
        folders = folders.stream().sorted(comparing(LakeFolder::folder)).toList();
    }
}
