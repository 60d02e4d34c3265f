/** What the command line promises. */
@NullMarked
package org.evenkeel.app.cli;

import org.jspecify.annotations.NullMarked;
