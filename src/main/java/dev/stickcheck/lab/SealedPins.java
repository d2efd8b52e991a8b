package dev.stickcheck.lab;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Cookie values that only this balancer can read: the instance and the pin's end, encrypted, another value each time.
///
/// 96 bytes, 128 characters, as long as AWS makes them. Nothing has to be remembered of a session.
final class SealedPins {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int SEALED = 96;
    private static final int CHARACTERS = SEALED * 4 / 3;

    private final SecretKeySpec key;

    private SealedPins(SecretKeySpec key) {
        this.key = key;
    }

    /// @param seed of the key
    static SealedPins of(long seed) {
        return new SealedPins(new SecretKeySpec(Md5.of("sealed pins " + seed), "AES"));
    }

    /// What a value holds.
    ///
    /// @param instance its index
    /// @param end from when on it counts no more
    record Pin(int instance, Instant end) {}

    String seal(Pin pin, RandomGenerator random) {
        byte[] sealed = new byte[SEALED];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        byte[] plain = ByteBuffer.allocate(SEALED - NONCE - TAG)
                .putInt(pin.instance())
                .putLong(pin.end().toEpochMilli())
                .array();
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain, 0, plain.length, sealed, NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
        return Base64.getEncoder().encodeToString(sealed);
    }

    /// The pin of a value that this balancer has sealed, or null for any other text.
    @Nullable
    Pin open(@Nullable String value) {
        if (value == null || value.length() != CHARACTERS) {
            return null;
        }
        try {
            byte[] sealed = Base64.getDecoder().decode(value);
            ByteBuffer nonce = ByteBuffer.wrap(sealed, 0, NONCE);
            byte[] first = new byte[NONCE];
            nonce.get(first);
            ByteBuffer plain =
                    ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, first).doFinal(sealed, NONCE, sealed.length - NONCE));
            return new Pin(plain.getInt(), Instant.ofEpochMilli(plain.getLong()));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher;
    }
}
