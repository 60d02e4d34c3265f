/**
 * Words in the languages that reports are written in. Neighbours: flags and findings take their
 * sentences from here; reports have words of their own.
 */
@NullMarked
package org.evenkeel.core.words;

import org.jspecify.annotations.NullMarked;
