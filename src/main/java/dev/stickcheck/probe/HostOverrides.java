package dev.stickcheck.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Answers `--resolve` where the JDK asks for a host's address, so that TLS still sees the host's name. The JDK has
/// one resolver for the whole process, hence the one static field.
public final class HostOverrides extends InetAddressResolverProvider {
    private static volatile Map<String, InetAddress> overrides = Map.of();

    /// For the JDK, which finds this class as a service.
    public HostOverrides() {}

    static void set(Map<String, InetAddress> addresses) {
        overrides = Map.copyOf(addresses);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Resolver(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "stickcheck host overrides";
    }

    private record Resolver(InetAddressResolver builtin) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            InetAddress given = overrides.get(host.toLowerCase(Locale.ROOT));
            return given == null ? builtin.lookupByName(host, policy) : Stream.of(named(host, given));
        }

        private static InetAddress named(String host, InetAddress given) throws UnknownHostException {
            return InetAddress.getByAddress(host, given.getAddress());
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }
    }
}
