/**
 * What can go wrong for a reason a person can mend, and the exit code that says so. Neighbours: every room throws these, only the command line prints them.
 */
@NullMarked
package org.evenkeel.core.problem;

import org.jspecify.annotations.NullMarked;
