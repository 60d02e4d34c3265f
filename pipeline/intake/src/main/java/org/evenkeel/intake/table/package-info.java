/**
 * Bytes to cells: what encoding and separator a text file has, and its rows one by one within fixed limits. Knows nothing
 * of surveys. Neighbours: {@code platform} reads the head of a table, {@code intake} its rows.
 */
@NullMarked
package org.evenkeel.intake.table;

import org.jspecify.annotations.NullMarked;
