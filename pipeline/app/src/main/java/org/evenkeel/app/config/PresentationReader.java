package org.evenkeel.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.study.Language;
import org.evenkeel.core.study.Logo;
import org.evenkeel.core.study.Presentation;
import org.evenkeel.core.study.Presentation.Colour;
import org.evenkeel.core.study.Presentation.Contact;
import org.evenkeel.core.study.Presentation.Paper;

/** Reads how a study's reports look. */
final class PresentationReader {
    private static final Map<String, Language> LANGUAGES = languages();

    private final Problems problems;
    private final Path folder;

    PresentationReader(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    Presentation read(YamlMapping root) {
        Language language =
                root.find("language").flatMap(node -> node.oneOf(LANGUAGES)).orElse(Presentation.PLAIN.language());
        Optional<YamlMapping> reports = root.find("reports").flatMap(YamlNode::mapping);
        reports.ifPresent(mapping -> mapping.allowOnly(Keys.REPORTS));
        Paper paper = reports.flatMap(mapping -> mapping.find("paper"))
                .flatMap(node -> node.oneOf(Paper.class))
                .orElse(Presentation.PLAIN.paper());
        List<Colour> colours = reports.flatMap(mapping -> mapping.find("colours")).stream()
                .flatMap(node -> node.oneOrMore().stream())
                .flatMap(node -> node.as(code -> new Colour(code.toLowerCase(Locale.ROOT))).stream())
                .toList();
        Optional<Logo> logo = reports.flatMap(mapping -> mapping.find("logo")).flatMap(this::logo);
        List<Contact> contacts = reports.flatMap(mapping -> mapping.find("contacts")).stream()
                .flatMap(node -> node.items().stream())
                .flatMap(node -> node.mapping().flatMap(this::contact).stream())
                .toList();
        return problems.attempt(
                        reports.map(YamlMapping::place).orElse(root.place()),
                        () -> new Presentation(language, paper, colours, logo, contacts))
                .orElse(Presentation.PLAIN);
    }

    private Optional<Logo> logo(YamlNode node) {
        return node.name().flatMap(name -> {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                node.problem(
                        "there is no file '" + name + "' in the study's folder; put the logo there, or leave it out");
                return Optional.empty();
            }
            return problems.attempt(node.place(), () -> LogoFile.read(file, name));
        });
    }

    private Optional<Contact> contact(YamlMapping mapping) {
        mapping.allowOnly(Keys.CONTACT);
        Optional<Contact.Purpose> purpose = mapping.need("for").flatMap(node -> node.oneOf(Contact.Purpose.class));
        Optional<String> name = mapping.need("name").flatMap(YamlNode::name);
        Optional<String> details = mapping.need("details").flatMap(YamlNode::name);
        return purpose.isPresent() && name.isPresent() && details.isPresent()
                ? Optional.of(new Contact(purpose.get(), name.get(), details.get()))
                : Optional.empty();
    }

    private static Map<String, Language> languages() {
        Map<String, Language> languages = new LinkedHashMap<>();
        Arrays.stream(Language.values()).forEach(language -> languages.put(language.tag(), language));
        return languages;
    }
}
