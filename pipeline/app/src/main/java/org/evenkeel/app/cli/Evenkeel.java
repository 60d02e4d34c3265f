package org.evenkeel.app.cli;

import java.util.List;
import org.evenkeel.app.config.ProgramVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program: the commands below one name. */
@Command(
        name = "evenkeel",
        description = "From wellbeing survey exports to charted reports in which no student can be found.",
        versionProvider = Evenkeel.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Evenkeel {
    /** Starts the program in this process. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Surroundings.ofThisProcess()).execute(arguments));
    }

    /** The program's command line in these surroundings. */
    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine commandLine = new CommandLine(new Evenkeel());
        List.of(
                        new DemoCommand(surroundings),
                        new InitCommand(surroundings),
                        new CheckCommand(surroundings),
                        new RunCommand(surroundings),
                        new IngestCommand(surroundings),
                        new AcceptCommand(surroundings),
                        new ReleaseCommand(surroundings),
                        new ReportCommand(surroundings),
                        new EraseCommand(surroundings),
                        new AuditCommand(surroundings),
                        new VerifyCommand(surroundings),
                        new StatusCommand(surroundings))
                .forEach(commandLine::addSubcommand);
        commandLine.addMixin("standard", new StandardOptions());
        commandLine.getSubcommands().values().forEach(command -> command.addMixin("standard", new StandardOptions()));
        Failures failures = new Failures();
        commandLine.setExecutionExceptionHandler(failures);
        commandLine.setParameterExceptionHandler(failures);
        commandLine.setExecutionStrategy(new CommandLine.RunLast());
        commandLine.setUsageHelpAutoWidth(true);
        return commandLine;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "evenkeel " + ProgramVersion.text(), "Java ${java.version} (${java.vendor}) on ${os.name} ${os.arch}"
            };
        }
    }

    /** Options and words that every command has. */
    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done",
                "1:our fault; the message says where the details are",
                "2:wrong usage or configuration, nothing was changed",
                "3:the data broke a rule, nothing of it was taken",
                "4:nothing may be published"
            })
    static final class StandardOptions {}
}
