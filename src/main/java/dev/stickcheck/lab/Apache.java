package dev.stickcheck.lab;

import java.io.IOException;
import java.util.Map;

/// Apache httpd as Debian packages it: the cookie `ROUTEID=.<route>` of its manual, set when the route was chosen or
/// had to change; without one, by number of requests.
record Apache() implements Product {
    private static final Template CONFIGURATION = new Template("""
            ServerRoot "@folder@"
            ServerName localhost
            PidFile "@folder@/httpd.pid"
            DefaultRuntimeDir "@folder@"
            Mutex "file:@folder@" default
            ErrorLog "@folder@/error.log"
            Listen @listen@
            @user@
            LoadModule mpm_event_module @modules@/mod_mpm_event.so
            LoadModule alias_module @modules@/mod_alias.so
            LoadModule authz_core_module @modules@/mod_authz_core.so
            LoadModule headers_module @modules@/mod_headers.so
            LoadModule proxy_module @modules@/mod_proxy.so
            LoadModule proxy_http_module @modules@/mod_proxy_http.so
            LoadModule proxy_balancer_module @modules@/mod_proxy_balancer.so
            LoadModule lbmethod_byrequests_module @modules@/mod_lbmethod_byrequests.so
            LoadModule slotmem_shm_module @modules@/mod_slotmem_shm.so
            StartServers 1
            ServerLimit 8
            ThreadLimit 256
            ThreadsPerChild 256
            MaxRequestWorkers 256
            KeepAlive On
            MaxKeepAliveRequests 0
            <Proxy "balancer://cluster">
            @members@
                ProxySet lbmethod=byrequests stickysession=ROUTEID
            </Proxy>
            Header add Set-Cookie "ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/" env=BALANCER_ROUTE_CHANGED
            ProxyPreserveHost On
            ProxyPass "/@sign@" "!"
            Redirect 410 "/@sign@"
            ErrorDocument 410 "@word@"
            ProxyPass "/" "balancer://cluster/"
            """);

    @Override
    public String program() {
        return "apache2";
    }

    @Override
    public int greatestWeight() {
        return 100;
    }

    @Override
    public RunningProgram.Invocation write(Site site) throws IOException {
        String text = CONFIGURATION.fill(Map.of(
                "folder", site.folder().path(),
                "listen", site.listen(),
                // Started by root it refuses to serve as root; started by others it must not name anybody.
                "user", site.folder().ownedByRoot() ? "User nobody\nGroup nogroup" : "",
                "modules", "/usr/lib/apache2/modules",
                "sign", site.sign().path(),
                "word", site.sign().word(),
                "members", members(site)));
        return RunningProgram.Invocation.of(
                "-D",
                "FOREGROUND",
                "-f",
                site.folder().write("httpd.conf", text).toString());
    }

    @Override
    public void tell(RunningProgram program, Site site) throws IOException {
        write(site);
        program.signal("USR1");
    }

    /// A member that failed is tried again after a second, not after Apache's own minute. `+N`: in drain mode, where a
    /// member accepts only sessions that are its own.
    private static String members(Site site) {
        return site.lines(instance ->
                "    BalancerMember \"http://%s\" route=%s loadfactor=%d retry=1 upgrade=websocket%s"
                        .formatted(
                                site.address(instance),
                                site.table().peer(instance).name(),
                                site.table().peer(instance).weight(),
                                site.table().peer(instance).health() == Peer.Health.DRAINING ? " status=+N" : ""));
    }
}
