/**
 * Configuration as a person writes it, YAML and CSV in the study's folder, read into the records of {@code core} with every
 * problem at its place. Neighbours: {@code core.study} and {@code core.instrument} for the records, {@code cli} for who asks.
 */
@NullMarked
package org.evenkeel.app.config;

import org.jspecify.annotations.NullMarked;
