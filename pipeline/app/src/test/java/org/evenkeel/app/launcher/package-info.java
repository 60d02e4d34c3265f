/** What the launcher at the root promises, with made-up Java and Maven around it. */
@NullMarked
package org.evenkeel.app.launcher;

import org.jspecify.annotations.NullMarked;
