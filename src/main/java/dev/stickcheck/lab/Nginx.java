package dev.stickcheck.lab;

import java.io.IOException;
import java.util.Map;

/// nginx as Debian packages it. Its free edition has no cookie and no draining of its own; a map and pools make them.
///
/// @param choice how it chooses an instance
record Nginx(Choice choice) implements Product {
    static final String COOKIE = "SRV";

    private static final Template CONFIGURATION = new Template("""
            daemon off;
            @user@
            worker_processes 1;
            pid "@folder@/nginx.pid";
            error_log "@folder@/error.log";
            events { worker_connections 8192; }
            http {
                access_log off;
                client_body_temp_path "@folder@/body";
                proxy_temp_path "@folder@/proxy";
                fastcgi_temp_path "@folder@/fastcgi";
                uwsgi_temp_path "@folder@/uwsgi";
                scgi_temp_path "@folder@/scgi";
                keepalive_requests 1000000000;
                map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
            @pools@
                server {
                    listen @listen@ backlog=4096;
                    location = /@sign@ { return 200 "@word@"; }
                    location / {
                        proxy_pass http://@pool@;
                        proxy_http_version 1.1;
                        proxy_set_header Host $http_host;
                        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                        proxy_set_header Upgrade $http_upgrade;
                        proxy_set_header Connection $connection_upgrade;
                        @answer@
                    }
                }
            }
            """);

    /// How nginx chooses an instance.
    enum Choice {
        ROUND_ROBIN,
        IP_HASH,
        COOKIE
    }

    @Override
    public String program() {
        return "nginx";
    }

    @Override
    public int greatestWeight() {
        return 1000;
    }

    @Override
    public RunningProgram.Invocation write(Site site) throws IOException {
        boolean cookie = choice == Choice.COOKIE;
        String file = site.folder()
                .write(
                        "nginx.conf",
                        CONFIGURATION.fill(Map.of(
                                // Its workers could not enter the private folder as anybody else.
                                "user",
                                site.folder().ownedByRoot() ? "user root;" : "",
                                "folder",
                                site.folder().path(),
                                "listen",
                                site.listen(),
                                "sign",
                                site.sign().path(),
                                "word",
                                site.sign().word(),
                                "pools",
                                cookie ? insertedCookie(site) : pool(site),
                                "pool",
                                cookie ? "$pool" : "cluster",
                                "answer",
                                cookie ? "add_header Set-Cookie $inserted always;" : "")))
                .toString();
        // Without -e it complains about a log in /var that only root may write.
        return RunningProgram.Invocation.of(
                "-p",
                site.folder().path().toString(),
                "-e",
                site.folder().file("error.log").toString(),
                "-c",
                file);
    }

    @Override
    public void tell(RunningProgram program, Site site) throws IOException {
        write(site);
        program.signal("HUP");
    }

    /// A draining instance is `down` for all who are not pinned to it by a cookie.
    private String pool(Site site) {
        String servers = site.lines(instance -> "server " + site.address(instance) + " weight="
                + site.table().peer(instance).weight()
                + (site.table().peer(instance).health() == Peer.Health.DRAINING ? " down;" : ";"));
        return "upstream cluster {\n" + (choice == Choice.IP_HASH ? "ip_hash;\n" : "") + servers + "\nkeepalive 64;\n}";
    }

    /// A pool for each instance, where the others only back it up; a cookie that names it leads there.
    private String insertedCookie(Site site) {
        String pinned = site.lines(favourite -> "upstream " + name(site, favourite) + " {\n"
                + site.lines(
                        instance -> "server " + site.address(instance) + (instance == favourite ? ";" : " backup;"))
                + "\nkeepalive 64;\n}");
        String pools = site.lines(instance -> name(site, instance) + " " + name(site, instance) + ";");
        // After a retry both list every instance that was tried; the last one answered, if its header took any time.
        String routes = site.lines(instance -> "\"~" + site.address(instance).replace(".", "\\.")
                + " (.*, )?[0-9.]+$\" " + name(site, instance) + ";");
        return """
                %s
                %s
                map $cookie_%s $pool { default cluster; %s }
                map "$upstream_addr $upstream_header_time" $route { default ""; %s }
                map "$cookie_%s=$route" $inserted { default "%s=$route; Path=/; HttpOnly"; "~=$" ""; "~^(?<pin>.+)=\\k<pin>$" ""; }
                """.formatted(pool(site), pinned, COOKIE, pools, routes, COOKIE, COOKIE);
    }

    private static String name(Site site, int instance) {
        return site.table().peer(instance).name();
    }
}
