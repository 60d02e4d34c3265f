package org.evenkeel.core.flag;

import org.evenkeel.core.problem.Require;

/**
 * A line that a release states beside its figures, made from shown figures alone.
 *
 * @param name what it is about
 * @param words what it says
 */
public record Note(String name, String words) {
    public Note {
        Require.that(!name.isBlank(), "a note needs a name. Value given: '%s'", name);
        Require.that(!words.isBlank(), "the note '%s' needs words", name);
    }
}
