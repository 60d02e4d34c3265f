package org.evenkeel.app.job;

import java.util.ServiceLoader;

/** The job as the program runs it. */
public final class StudyJobs {
    private StudyJobs() {}

    /** The job with Spark, the study's mart and all reports. */
    public static StudyJob standard() {
        return ServiceLoader.load(StudyJob.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this build has no job"));
    }
}
