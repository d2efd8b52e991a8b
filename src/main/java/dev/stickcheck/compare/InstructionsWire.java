package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Request;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Instructions as octets on the pipe between the two processes, which run the same version of this class.
public final class InstructionsWire {
    private static final int HEADER = 0;
    private static final int COOKIE = 1;
    private static final int JSON = 2;
    private static final int BODY = 3;

    private InstructionsWire() {}

    public static void write(Instructions instructions, DataOutputStream out) throws IOException {
        text(instructions.on().toString(), out);
        text(instructions.off().toString(), out);
        out.writeBoolean(instructions.onKeepsCookies());
        out.writeBoolean(instructions.offKeepsCookies());
        out.writeBoolean(instructions.switched());
        write(instructions.timetable(), out);
        write(instructions.pace(), out);
        write(instructions.wire(), out);
        write(instructions.request(), out);
        write(instructions.source(), out);
        text(instructions.journey(), out);
        out.writeLong(instructions.seed());
    }

    public static Instructions read(DataInputStream in) throws IOException {
        return new Instructions(
                URI.create(required(in)),
                URI.create(required(in)),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                timetable(in),
                pace(in),
                wire(in),
                request(in),
                source(in),
                required(in),
                in.readLong());
    }

    private static void write(Timetable timetable, DataOutputStream out) throws IOException {
        out.writeInt(timetable.turns().size());
        for (Turn turn : timetable.turns()) {
            out.writeInt(turn.block());
            text(turn.arm().name(), out);
            out.writeLong(turn.start());
            out.writeLong(turn.counts());
            out.writeLong(turn.end());
        }
    }

    private static Timetable timetable(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            turns.add(new Turn(in.readInt(), Arm.valueOf(required(in)), in.readLong(), in.readLong(), in.readLong()));
        }
        return new Timetable(turns);
    }

    private static void write(Instructions.Pace pace, DataOutputStream out) throws IOException {
        out.writeInt(pace.users());
        out.writeDouble(pace.rate());
        out.writeLong(pace.thinkTime().toNanos());
        out.writeInt(pace.requestsPerSession());
    }

    private static Instructions.Pace pace(DataInputStream in) throws IOException {
        return new Instructions.Pace(in.readInt(), in.readDouble(), Duration.ofNanos(in.readLong()), in.readInt());
    }

    private static void write(Instructions.Wire wire, DataOutputStream out) throws IOException {
        text(wire.connections().name(), out);
        out.writeBoolean(wire.http2());
        out.writeBoolean(wire.insecure());
        text(wire.trustStore() == null ? null : wire.trustStore().toString(), out);
        out.writeLong(wire.timeout().toNanos());
        InetSocketAddress proxy = wire.proxy();
        text(proxy == null ? null : proxy.getHostString(), out);
        out.writeInt(proxy == null ? 0 : proxy.getPort());
        out.writeInt(wire.resolve().size());
        for (Map.Entry<String, InetAddress> entry : wire.resolve().entrySet()) {
            text(entry.getKey(), out);
            text(entry.getValue().getHostAddress(), out);
        }
        out.writeInt(wire.sourceAddresses().size());
        for (InetAddress address : wire.sourceAddresses()) {
            text(address.getHostAddress(), out);
        }
    }

    private static Instructions.Wire wire(DataInputStream in) throws IOException {
        ConnectionPolicy connections = ConnectionPolicy.valueOf(required(in));
        boolean http2 = in.readBoolean();
        boolean insecure = in.readBoolean();
        String trustStore = text(in);
        Duration timeout = Duration.ofNanos(in.readLong());
        String proxyHost = text(in);
        int proxyPort = in.readInt();
        Map<String, InetAddress> resolve = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            resolve.put(required(in), InetAddress.ofLiteral(required(in)));
        }
        List<InetAddress> sources = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            sources.add(InetAddress.ofLiteral(required(in)));
        }
        InetSocketAddress proxy = proxyHost == null ? null : InetSocketAddress.createUnresolved(proxyHost, proxyPort);
        return new Instructions.Wire(
                connections,
                http2,
                insecure,
                trustStore == null ? null : Path.of(trustStore),
                timeout,
                proxy,
                resolve,
                sources);
    }

    private static void write(Request request, DataOutputStream out) throws IOException {
        text(request.method(), out);
        out.writeInt(request.headers().size());
        for (Request.Header header : request.headers()) {
            text(header.name(), out);
            text(header.value(), out);
        }
        text(request.body(), out);
    }

    private static Request request(DataInputStream in) throws IOException {
        String method = required(in);
        List<Request.Header> headers = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            headers.add(new Request.Header(required(in), required(in)));
        }
        return new Request(method, headers, text(in));
    }

    private static void write(InstanceSource source, DataOutputStream out) throws IOException {
        switch (source) {
            case InstanceSource.Header(String name, Pattern pattern) -> write(HEADER, name, pattern, out);
            case InstanceSource.Cookie(String name) -> write(COOKIE, name, null, out);
            case InstanceSource.Json(String pointer) -> write(JSON, pointer, null, out);
            case InstanceSource.Body(Pattern pattern) -> write(BODY, "", pattern, out);
        }
    }

    private static void write(int kind, String name, @Nullable Pattern pattern, DataOutputStream out)
            throws IOException {
        out.writeByte(kind);
        text(name, out);
        text(pattern == null ? null : pattern.pattern(), out);
        out.writeInt(pattern == null ? 0 : pattern.flags());
    }

    private static InstanceSource source(DataInputStream in) throws IOException {
        int kind = in.readByte();
        String name = required(in);
        String regex = text(in);
        int flags = in.readInt();
        Pattern pattern = regex == null ? null : Pattern.compile(regex, flags);
        return switch (kind) {
            case HEADER -> new InstanceSource.Header(name, pattern);
            case COOKIE -> new InstanceSource.Cookie(name);
            case JSON -> new InstanceSource.Json(name);
            default -> {
                if (pattern == null) {
                    throw new IOException("a body source without a pattern");
                }
                yield new InstanceSource.Body(pattern);
            }
        };
    }

    // A body may be longer than writeUTF takes.
    private static void text(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String required(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }
}
