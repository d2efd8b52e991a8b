package dev.stickcheck.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The house's arrows: who may import whom. ARCHITECTURE.md shows the same as a picture.
class HouseTest {
    private static final String HOME = "dev.stickcheck.";
    private static final Map<String, List<String>> ROOMS = rooms();
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.stickcheck");

    private static Map<String, List<String>> rooms() {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        rooms.put("model", List.of());
        rooms.put("cookie", List.of("model"));
        rooms.put("statistics", List.of("model"));
        rooms.put("verdict", List.of("model", "statistics"));
        rooms.put("report", List.of("model", "statistics", "verdict"));
        rooms.put("config", List.of("model"));
        rooms.put("journal", List.of("model"));
        rooms.put("identify", List.of("model"));
        rooms.put("probe", List.of("model", "cookie", "identify"));
        rooms.put("lab", List.of("model", "cookie"));
        rooms.put("compare", List.of("model", "identify", "journal"));
        rooms.put("simulations", List.of("model", "identify", "journal", "compare"));
        rooms.put(
                "cli",
                List.of(
                        "model",
                        "cookie",
                        "statistics",
                        "verdict",
                        "report",
                        "config",
                        "journal",
                        "identify",
                        "probe",
                        "lab",
                        "compare"));
        return rooms;
    }

    @TestFactory
    Stream<DynamicTest> importsOnlyWhatItsRoomMayImport() {
        return ROOMS.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    Set<String> others = new TreeSet<>(ROOMS.keySet());
                    others.remove(room.getKey());
                    others.removeAll(room.getValue());
                    String[] closed =
                            others.stream().map(other -> HOME + other + "..").toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(HOME + room.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(closed)
                            .check(HOUSE);
                }));
    }

    @Test
    void hasNoRoomThatTheTableDoesNotName() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            found.add(type.getPackageName().substring(HOME.length()));
        }
        assertThat(found).isSubsetOf(ROOMS.keySet()).contains("model", "probe", "statistics", "cli");
    }

    @Test
    void letsOnlyTheStatisticsTouchTheMathematicsLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOME + "statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.commons.math3..",
                        "org.apache.commons.numbers..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.rng..")
                .check(HOUSE);
    }

    /// Inside the room too: one class knows the libraries, so that one can be exchanged for another in one place.
    @Test
    void opensOneDoorToTheMathematicsLibraries() {
        noClasses()
                .that()
                .haveNameNotMatching(HOME.replace(".", "\\.") + "statistics\\.SpecialFunctions(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.commons.math3..",
                        "org.apache.commons.numbers..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.rng..")
                .check(HOUSE);
    }

    @Test
    void readsClocksOnlyInTheShell() {
        noClasses()
                .that()
                .resideInAnyPackage(core())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(HOUSE);
    }

    @Test
    void leavesStreamsAndExitToTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(Stream.concat(Stream.of(core()), Stream.of(HOME + "report..", HOME + "journal.."))
                        .toArray(String[]::new))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage(HOME + "cli..")
                .and()
                // A process of its own.
                .doNotHaveFullyQualifiedName(HOME + "simulations.GatlingMain")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(HOUSE);
    }

    @Test
    void opensNoSocketInTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(core())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "io.vertx..", "io.netty..", "java.nio.channels..")
                .check(HOUSE);
    }

    @Test
    void isImportedByNobodyWhereItIsTheShell() {
        classes()
                .that()
                .resideInAPackage(HOME + "cli..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(HOME + "cli..")
                .check(HOUSE);
    }

    private static String[] core() {
        return Stream.of("model", "cookie", "statistics", "verdict", "config", "identify")
                .map(room -> HOME + room + "..")
                .toArray(String[]::new);
    }
}
