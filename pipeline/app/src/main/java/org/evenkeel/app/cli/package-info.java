/**
 * The command line: a command parses, calls one method and prints what it returns. Results go to standard output, messages
 * to standard error. Neighbours: {@code config} for what a study says, {@code job} for what is done with it.
 */
@NullMarked
package org.evenkeel.app.cli;

import org.jspecify.annotations.NullMarked;
