/**
 * Who belongs to what: profiles, cohorts as predicates over profiles, and the plan of groups a study reports on. Neighbours: {@code study} for the attributes.
 */
@NullMarked
package org.evenkeel.core.cohort;

import org.jspecify.annotations.NullMarked;
