/**
 * Words in the languages that reports are written in. Neighbours: the model and all that draws it take
 * their words from here; sentences about findings come with the release, in its language.
 */
@NullMarked
package org.evenkeel.reports.words;

import org.jspecify.annotations.NullMarked;
