package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ErrorKind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events as octets on the pipe between the two processes, which run the same version of this class.
public final class EventWire {
    private static final int ASKED = 1;
    private static final int TURN_OVER = 2;
    private static final int SWITCH = 3;
    private static final int FINISHED = 4;
    private static final int JOURNEY_FAILED = 5;
    private static final int UNKNOWN = -1;

    private EventWire() {}

    public static void write(Event event, DataOutputStream out) throws IOException {
        switch (event) {
            case Event.Asked asked -> {
                out.writeByte(ASKED);
                write(asked, out);
            }
            case Event.TurnOver(int turn) -> {
                out.writeByte(TURN_OVER);
                out.writeInt(turn);
            }
            case Event.SwitchWanted(Arm arm) -> {
                out.writeByte(SWITCH);
                out.writeUTF(arm.name());
            }
            case Event.Finished finished -> out.writeByte(FINISHED);
            case Event.JourneyFailed(String why) -> {
                out.writeByte(JOURNEY_FAILED);
                out.writeUTF(why);
            }
        }
    }

    /// The next event, or null when the other end is gone, be it in the middle of one.
    public static @Nullable Event read(DataInputStream in) throws IOException {
        try {
            int kind = in.read();
            return switch (kind) {
                case -1 -> null;
                case ASKED -> asked(in);
                case TURN_OVER -> new Event.TurnOver(in.readInt());
                case SWITCH -> new Event.SwitchWanted(Arm.valueOf(in.readUTF()));
                case FINISHED -> new Event.Finished();
                case JOURNEY_FAILED -> new Event.JourneyFailed(in.readUTF());
                default -> throw new IOException("not an event: " + kind);
            };
        } catch (EOFException e) {
            return null;
        }
    }

    private static void write(Event.Asked asked, DataOutputStream out) throws IOException {
        out.writeInt(asked.turn());
        out.writeBoolean(asked.measured());
        out.writeUTF(asked.arm().name());
        out.writeInt(asked.user());
        out.writeInt(asked.visit());
        out.writeInt(asked.sequence());
        out.writeLong(asked.epochNanos());
        out.writeLong(asked.service());
        out.writeLong(asked.response());
        out.writeShort(asked.status());
        out.writeUTF(asked.failure() == null ? "" : asked.failure().name());
        out.writeUTF(asked.instance() == null ? "" : asked.instance());
        out.writeByte(asked.cacheHit() == null ? UNKNOWN : asked.cacheHit() ? 1 : 0);
        out.writeInt(asked.queries() == null ? UNKNOWN : asked.queries());
        out.writeBoolean(asked.lost());
        out.writeInt(asked.cookieBytes());
        write(asked.cookiesSent(), out);
        write(asked.cookiesSet(), out);
    }

    private static Event.Asked asked(DataInputStream in) throws IOException {
        return new Event.Asked(
                in.readInt(),
                in.readBoolean(),
                Arm.valueOf(in.readUTF()),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readShort(),
                failure(in.readUTF()),
                instance(in.readUTF()),
                hit(in.readByte()),
                queries(in.readInt()),
                in.readBoolean(),
                in.readInt(),
                names(in),
                names(in));
    }

    private static @Nullable ErrorKind failure(String name) {
        return name.isEmpty() ? null : ErrorKind.valueOf(name);
    }

    private static @Nullable String instance(String id) {
        return id.isEmpty() ? null : id;
    }

    private static @Nullable Boolean hit(int told) {
        return told == UNKNOWN ? null : told == 1;
    }

    private static @Nullable Integer queries(int told) {
        return told == UNKNOWN ? null : told;
    }

    private static void write(List<String> names, DataOutputStream out) throws IOException {
        out.writeByte(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    private static List<String> names(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        List<String> names = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            names.add(in.readUTF());
        }
        return names;
    }
}
