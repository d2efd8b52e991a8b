package dev.stickcheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pipe between the two processes loses nothing.
class WireTest {
    static Stream<Event> events() {
        return Stream.of(
                new Event.Asked(
                        3,
                        true,
                        Arm.ON,
                        7,
                        2,
                        5,
                        1_795_000_000_123_456_789L,
                        1_234_567,
                        2_345_678,
                        200,
                        null,
                        "instance-ä",
                        true,
                        4,
                        false,
                        42,
                        List.of("a", "b"),
                        List.of("c")),
                new Event.Asked(
                        0,
                        false,
                        Arm.OFF,
                        0,
                        0,
                        1,
                        1,
                        0,
                        0,
                        0,
                        ErrorKind.ANSWER_TIMEOUT,
                        null,
                        null,
                        null,
                        true,
                        0,
                        List.of(),
                        List.of()),
                new Event.TurnOver(17),
                new Event.SwitchWanted(Arm.OFF),
                new Event.Finished(),
                new Event.JourneyFailed("it threw"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void bringsEventsOver(Event event) throws IOException {
        byte[] octets = octets(event);

        assertThat(EventWire.read(in(octets))).isEqualTo(event);
    }

    @Test
    void endsWhereTheOtherEndWasCutOff() throws IOException {
        byte[] octets = octets(events().findFirst().orElseThrow());
        for (int length = 0; length < octets.length; length++) {
            assertThat(EventWire.read(in(Arrays.copyOf(octets, length)))).isNull();
        }
    }

    static Stream<InstanceSource> sources() {
        return Stream.of(
                InstanceSource.standard(),
                new InstanceSource.Header("Server", Pattern.compile("node-(\\d+)")),
                new InstanceSource.Cookie("AWSALB"),
                new InstanceSource.Json("/a/b"),
                new InstanceSource.Body(Pattern.compile("id=(\\w+)", Pattern.CASE_INSENSITIVE)));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void bringsInstructionsOver(InstanceSource source) throws IOException {
        Instructions instructions = new Instructions(
                URI.create("http://127.0.0.1:8080/a?b=c"),
                URI.create("https://[::1]/x"),
                true,
                false,
                true,
                Timetable.of(Duration.ofSeconds(1), 3, Duration.ofSeconds(1), new SplittableRandom(5)),
                new Instructions.Pace(20, Double.POSITIVE_INFINITY, Duration.ofMillis(3), 10),
                new Instructions.Wire(
                        ConnectionPolicy.FRESH,
                        true,
                        true,
                        Path.of("/tmp/store.p12"),
                        Duration.ofSeconds(9),
                        InetSocketAddress.createUnresolved("proxy", 3128),
                        Map.of("example.test", InetAddress.ofLiteral("127.0.0.1")),
                        List.of(InetAddress.ofLiteral("127.0.0.2"))),
                new Request("POST", List.of(new Request.Header("Authorization", "Bearer ü")), "{\"a\": 1}"),
                source,
                "com.example.Journey",
                -7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InstructionsWire.write(instructions, new DataOutputStream(bytes));

        Instructions read = InstructionsWire.read(in(bytes.toByteArray()));

        assertThat(read).usingRecursiveComparison().ignoringFields("source").isEqualTo(instructions);
        // Patterns have no equality of their own.
        assertThat(read.source().toString()).isEqualTo(source.toString());
    }

    private static byte[] octets(Event event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EventWire.write(event, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] octets) {
        return new DataInputStream(new ByteArrayInputStream(octets));
    }
}
