package org.evenkeel.app.job;

import java.util.Map;
import org.evenkeel.app.config.MartLocation;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.MartProblem;

/** Opens the mart where the study says it is. */
final class Marts {
    private Marts() {}

    static Mart open(MartLocation location, Map<String, String> environment) {
        try {
            return location.match(
                    embedded -> Mart.embedded(embedded.file()),
                    server -> Mart.server(
                            server.url(),
                            server.user().orElse(""),
                            server.password()
                                    .map(secret -> secret.reveal(environment))
                                    .orElse("")));
        } catch (MartProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }
}
