package dev.stickcheck.lab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Text as sound: a tone a character, higher for later letters, silence for a blank; the same text sounds the same.
///
/// A WAV file (RIFF, PCM, one channel of 16 bits at 8 kHz), so that it can be listened to.
final class Speech {
    private static final int RATE = 8000;
    private static final int SAMPLES_A_CHARACTER = RATE * 40 / 1000;
    private static final int MOST_CHARACTERS = 250;
    private static final int HEAD = 44;

    private Speech() {}

    static byte[] of(String text) {
        int characters = Math.min(text.length(), MOST_CHARACTERS);
        int bytes = 2 * characters * SAMPLES_A_CHARACTER;
        ByteBuffer wave = ByteBuffer.allocate(HEAD + bytes).order(ByteOrder.LITTLE_ENDIAN);
        head(wave, bytes);
        for (int i = 0; i < characters; i++) {
            tone(wave, text.charAt(i));
        }
        return wave.array();
    }

    private static void head(ByteBuffer wave, int bytes) {
        wave.put(ascii("RIFF")).putInt(HEAD - 8 + bytes).put(ascii("WAVE"));
        wave.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wave.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        wave.put(ascii("data")).putInt(bytes);
    }

    /// A semitone a code point above 220 Hz, four octaves round.
    private static void tone(ByteBuffer wave, char character) {
        double hertz = Character.isWhitespace(character) ? 0 : 220 * Math.pow(2, character % 48 / 12.0);
        for (int i = 0; i < SAMPLES_A_CHARACTER; i++) {
            wave.putShort((short) (8000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
