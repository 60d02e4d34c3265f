package org.evenkeel.app.job;

import java.util.Map;
import org.evenkeel.app.config.MartLocation;
import org.evenkeel.app.config.Secret;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.MartProblem;

/** Opens the mart where the study says it is. */
final class Marts {
    private Marts() {}

    static Mart open(MartLocation location, Map<String, String> environment) {
        try {
            if (location instanceof MartLocation.Server server) {
                String password = server.password()
                        .map((Secret secret) -> secret.reveal(environment))
                        .orElse("");
                return Mart.server(server.url(), server.user().orElse(""), password);
            }
            return Mart.embedded(((MartLocation.Embedded) location).file());
        } catch (MartProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }
}
