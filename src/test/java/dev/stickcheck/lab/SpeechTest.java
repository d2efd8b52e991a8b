package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class SpeechTest {
    @Test
    void isASoundThatDependsOnTheTextAlone() throws Exception {
        byte[] sound = Speech.of("Hello world");
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
            assertThat(audio.getFrameLength()).isEqualTo(11 * 320);
        }
        assertThat(sound).isEqualTo(Speech.of("Hello world")).isNotEqualTo(Speech.of("Hello World"));
    }

    @Test
    void isNeverLong() {
        assertThat(Speech.of("x".repeat(2000))).hasSizeLessThan(200_000);
    }

    @Test
    void isKeptOnTheDiskOfTheInstanceThatMadeIt() throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:round-robin?instances=2&speech-latency=0ms"));
                Visitor visitor = Visitor.local()) {
            Asking session = new Asking(visitor, lab.url(), "a=b");
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answers.add(session.speak("Hello"));
            }
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(answers)
                    .as("each instance makes it once")
                    .extracting(answer -> Visitor.instance(answer) + " " + Asking.cost(answer))
                    .containsExactly(
                            "instance-1 MISS 0",
                            "instance-2 MISS 0",
                            "instance-1 HIT 0",
                            "instance-2 HIT 0",
                            "instance-1 HIT 0",
                            "instance-2 HIT 0");
            assertThat(answers)
                    .extracting(answer -> Asking.header(answer, "Content-Type"))
                    .containsOnly("audio/wav");
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.getFirst().body());
        }
    }

    @Test
    void costsWhatItIsSaidToCostWhenItIsMade() throws Exception {
        try (SpeechFiles files = files(Duration.ofMillis(40))) {
            long begun = System.nanoTime();
            files.speak("Hello", new Cost());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void isAFileThatNobodyElseMayReadAndThatGoesWithTheInstance() throws Exception {
        Path place;
        try (SpeechFiles files = files(Duration.ZERO)) {
            place = files.place();
            Cost made = new Cost();
            Cost kept = new Cost();
            byte[] sound = files.speak("../../../etc/passwd", made);

            assertThat(files.speak("../../../etc/passwd", kept)).isEqualTo(sound);
            assertThat(made.headers()).containsEntry("X-Cache", "MISS");
            assertThat(kept.headers()).containsEntry("X-Cache", "HIT");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                    .isEqualTo("rwx------");
            try (Stream<Path> kids = Files.list(place)) {
                assertThat(kids.toList()).hasSize(1).allMatch(file -> Arrays.equals(bytes(file), sound));
            }
        }
        assertThat(place).doesNotExist();
    }

    /// 160 kB each: more than 200 of them do not fit, and a file that was given up is made again.
    @Test
    void takesNoMoreOfTheDiskThanItsShare() throws Exception {
        try (SpeechFiles files = files(Duration.ZERO)) {
            for (int i = 0; i < 230; i++) {
                files.speak(i + " " + "x".repeat(300), new Cost());
            }
            try (Stream<Path> kids = Files.list(files.place())) {
                assertThat(kids.mapToLong(file -> file.toFile().length()).sum()).isBetween(20_000_000L, 32_000_000L);
            }
        }
    }

    private static SpeechFiles files(Duration making) throws Exception {
        return new SpeechFiles(PrivateFolder.create("test"), making);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
