/**
 * The watchlist as one page for a browser: no server, no network, everything in one file. Neighbours: {@code model} says what
 * stands on it; the faces and colours are those of {@code chart}.
 */
@NullMarked
package org.evenkeel.reports.web;

import org.jspecify.annotations.NullMarked;
