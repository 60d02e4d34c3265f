package org.evenkeel.core.study;

import java.io.Serializable;
import java.util.Optional;
import org.evenkeel.core.problem.Require;

/** How a source knows its respondents. */
public sealed interface Respondents extends Serializable {
    /** The column that identifies a respondent, if there is one. */
    Optional<String> column();

    /**
     * Respondents named by an id column; sources that share an id space share respondents.
     *
     * @param idColumn the export's column that holds the id, hashed before anything is written
     * @param idSpace the name of the space the ids are unique in
     */
    record Identified(String idColumn, String idSpace) implements Respondents {
        public Identified {
            Require.that(!idColumn.isBlank(), "the id column needs a name. Value given: '%s'", idColumn);
            Require.that(!idSpace.isBlank(), "the id space needs a name. Value given: '%s'", idSpace);
        }

        @Override
        public Optional<String> column() {
            return Optional.of(idColumn);
        }
    }

    /** No ids: every response is its own respondent. No links, no erasure by person, no census correction. */
    record Unlinked() implements Respondents {
        @Override
        public Optional<String> column() {
            return Optional.empty();
        }
    }
}
