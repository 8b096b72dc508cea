package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** nginx: serves its own rows, the neighbours that stand for other domains, and the origins of every proxy's rows. */
final class Nginx extends WebServer {

    private final List<Host> behindProxies;

    Nginx(Place place, List<Host> behindProxies) {
        super("nginx", "nginx", place);
        this.behindProxies = behindProxies;
    }

    /** Its own, since all that it serves may be origins. */
    @Override
    String sentinel(List<Host> hosts) {
        return place().address(Place.ORIGINS);
    }

    @Override
    List<String> command(String program, Path settings) throws IOException {
        var directory = place().at("nginx").toString();
        return List.of(program, "-p", directory, "-c", settings.toString(), "-e", directory + "/errors");
    }

    @Override
    String settings(List<Host> hosts) throws IOException {
        var servers = new ArrayList<String>();
        servers.add("server { listen %s:%d; }".formatted(sentinel(hosts), port()));
        for (var host : hosts) {
            servers.add(host.filled("""
                    server {
                      listen {addr}:{port};
                      server_name _;
                      root {root};
                      %s
                    }
                    server { listen {other}:{port}; root {dir}/sites/other; }
                    """.formatted(host.settings())));
        }
        for (var host : behindProxies) {
            if (host.hasOrigin()) {
                servers.add(host.filled("server { listen {addr}:{origin}; root {root}; access_log off; }"));
            }
        }
        return """
                daemon off;
                user www-data;
                worker_processes 1;
                pid nginx.pid;
                events { worker_connections 4096; }
                http {
                  types {
                    text/html html;
                    text/plain txt;
                    image/png png;
                    image/jpeg jpg;
                    application/xhtml+xml xhtml;
                  }
                  default_type application/octet-stream;
                  log_format sent '$server_addr $request_method $status $body_bytes_sent $sent_http_content_type';
                  access_log sent.log sent;
                  large_client_header_buffers 4 16k;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                %s
                %s
                }
                """.formatted(forEach(hosts, Host::sharedSettings), String.join("\n", servers));
    }
}
