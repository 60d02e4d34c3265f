package org.evenkeel.core.disclosure.audit;

import java.util.Optional;
import java.util.function.Function;

/** What looking for an atom's hiding place came to. */
sealed interface Hiding {
    /** Dispatches on what it is. */
    <R> R match(Function<Hidden, R> hidden, Function<Exposed, R> exposed, Function<Doubtful, R> doubtful);

    /** The reshuffling that hides the atom, if one was found. */
    default Optional<Reshuffling> reshuffling() {
        return match(hidden -> Optional.of(hidden.place()), exposed -> Optional.empty(), doubtful -> Optional.empty());
    }

    /** The combination that leans on the atom, if there is one. */
    default Optional<Combination> combination() {
        return match(
                hidden -> Optional.empty(), exposed -> Optional.of(exposed.leaning()), doubtful -> Optional.empty());
    }

    /** The atom is hidden, and this reshuffling proves it. */
    record Hidden(Reshuffling place) implements Hiding {
        @Override
        public <R> R match(Function<Hidden, R> hidden, Function<Exposed, R> exposed, Function<Doubtful, R> doubtful) {
            return hidden.apply(this);
        }
    }

    /** This combination of published totals leans on the atom so much that nobody can say it rests on enough respondents. */
    record Exposed(Combination leaning) implements Hiding {
        @Override
        public <R> R match(Function<Hidden, R> hidden, Function<Exposed, R> exposed, Function<Doubtful, R> doubtful) {
            return exposed.apply(this);
        }
    }

    /** Neither proved nor refuted in exact numbers within the limits, which counts as not safe. */
    record Doubtful(String reason) implements Hiding {
        @Override
        public <R> R match(Function<Hidden, R> hidden, Function<Exposed, R> exposed, Function<Doubtful, R> doubtful) {
            return doubtful.apply(this);
        }
    }
}
