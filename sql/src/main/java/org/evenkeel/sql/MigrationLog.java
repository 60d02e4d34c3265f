package org.evenkeel.sql;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Where the migrations' own messages go: to the program's log. What an owner must know is thrown, not logged. */
public final class MigrationLog implements LogCreator {
    /** Made by name by the migrations. */
    public MigrationLog() {}

    @Override
    public Log createLogger(Class<?> speaker) {
        return new ToProgramLog(System.getLogger("org.evenkeel.sql.migration"));
    }

    private record ToProgramLog(System.Logger logger) implements Log {
        @Override
        @SuppressWarnings("deprecation")
        public boolean isDebugEnabled() {
            return logger.isLoggable(System.Logger.Level.TRACE);
        }

        @Override
        public void debug(String message) {
            logger.log(System.Logger.Level.TRACE, message);
        }

        @Override
        public void info(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void warn(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void error(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void error(String message, Exception fault) {
            logger.log(System.Logger.Level.DEBUG, message, fault);
        }

        @Override
        public void notice(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }
    }
}
