package org.evenkeel.core.statistics;

import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.Term;

/** A term's cells with the profiles their numbers stand for. */
public record TermCells(Term term, Profiles profiles, Cells cells) {
    public TermCells {
        Require.that(
                profiles.term().equals(term.id()),
                "cells of %s need the profiles of %s. Value given: %s",
                term.id(),
                term.id(),
                profiles.term());
    }
}
