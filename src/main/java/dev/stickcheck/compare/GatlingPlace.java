package dev.stickcheck.compare;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where Gatling's jars are: in the folder `gatling` beside the program's own, or, while developing, on its class path.
///
/// They stay out of the program's jar, which has to start fast, and no other command needs them.
final class GatlingPlace {
    private static final String MAIN = "io/gatling/app/Gatling.class";

    private GatlingPlace() {}

    /// The class path of a process that runs Gatling with our simulations. A user's own journeys come last, so that no
    /// library beside them takes the place of one of ours.
    ///
    /// @param journeys where a user's own journeys are
    /// @throws CompareProblem when it is not there
    static String classPath(List<Path> journeys) {
        List<String> places = new ArrayList<>();
        if (developing()) {
            places.add(System.getProperty("java.class.path"));
        } else {
            Path program = program();
            places.addAll(jars(program.resolveSibling("gatling")));
            places.add(program.toString());
        }
        journeys.forEach(place -> places.add(place.toString()));
        return String.join(File.pathSeparator, places);
    }

    private static boolean developing() {
        return GatlingPlace.class.getClassLoader().getResource(MAIN) != null;
    }

    private static Path program() {
        try {
            Path place = Path.of(GatlingPlace.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return place.toAbsolutePath().normalize();
        } catch (URISyntaxException e) {
            throw CompareProblem.fault("Gatling was not found: the program's own place is not known");
        }
    }

    private static List<String> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> jars = files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.stream().anyMatch(GatlingPlace::isApplication)) {
                return jars;
            }
        } catch (IOException e) {
            // Told below.
        }
        throw CompareProblem.fault("Gatling was not found in " + folder
                + ": build with scripts/stickcheck or mvn package, which puts it there");
    }

    private static boolean isApplication(String jar) {
        return new File(jar).getName().startsWith("gatling-app-");
    }

    /// The virtual machine of this process.
    static String java() {
        @Nullable String home = System.getProperty("java.home");
        return Path.of(String.valueOf(home), "bin", "java").toString();
    }
}
