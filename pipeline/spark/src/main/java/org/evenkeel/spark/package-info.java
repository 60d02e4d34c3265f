/**
 * Rows of people, as Dataset transformations: exports become responses, responses scores, scores cells. The session they
 * run in. Neighbours: {@code core} for the rules, {@code intake} for reading exports; the app calls, and nothing here
 * knows the mart or the reports.
 */
@NullMarked
package org.evenkeel.spark;

import org.jspecify.annotations.NullMarked;
