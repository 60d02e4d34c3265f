package org.evenkeel.sql.ledger;

import java.util.Optional;

/**
 * One immutable folder of the lake.
 *
 * @param folder its place, relative to the study
 * @param dataset what its rows are, such as {@code responses}
 * @param source the source its rows come from, where they come from one
 * @param term the term its rows belong to, where they belong to one
 * @param rows how many rows it holds
 * @param fingerprint says what it was made from; equal fingerprints mean equal rows
 */
public record LakeFolder(
        String folder, String dataset, Optional<String> source, Optional<String> term, long rows, String fingerprint) {}
