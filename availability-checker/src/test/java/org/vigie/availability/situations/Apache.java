package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Apache httpd with the modules that Debian enables and those that hosts commonly add. */
final class Apache extends WebServer {

    private static final List<String> MODULES = List.of(
            "mpm_event",
            "authz_core",
            "authz_host",
            "authn_core",
            "authn_file",
            "auth_basic",
            "authz_user",
            "alias",
            "dir",
            "mime",
            "rewrite",
            "headers",
            "proxy",
            "proxy_http",
            "speling",
            "negotiation",
            "setenvif",
            "ssl",
            "socache_shmcb",
            "autoindex",
            "actions",
            "asis",
            "cache",
            "cache_disk",
            "expires",
            "filter",
            "include");

    Apache(Place place) {
        super("apache", "apache2", place);
    }

    @Override
    List<String> command(String program, Path settings) throws IOException {
        return List.of(program, "-d", place().at("apache").toString(), "-f", settings.toString(), "-DFOREGROUND");
    }

    @Override
    String settings(List<Host> hosts) throws IOException {
        return """
                ServerName situations.test
                PidFile %1$s/pid
                ErrorLog %1$s/errors
                LogFormat "%%A %%m %%>s %%B %%{Content-Type}o" sent
                CustomLog %1$s/sent.log sent
                User www-data
                Group www-data
                %2$s
                TypesConfig /etc/mime.types
                SSLSessionCache none
                <Directory />
                  AllowOverride All
                  Require all granted
                </Directory>
                %3$s
                %4$s
                """.formatted(
                place().at("apache"),
                MODULES.stream()
                        .map(module -> "LoadModule %1$s_module /usr/lib/apache2/modules/mod_%1$s.so".formatted(module))
                        .collect(java.util.stream.Collectors.joining("\n")),
                forEach(hosts, Host::sharedSettings),
                forEach(hosts, host -> host.filled("""
                                Listen {addr}:{port}
                                <VirtualHost {addr}:{port}>
                                  DocumentRoot {root}
                                  %s
                                </VirtualHost>
                                """.formatted(host.settings()))));
    }
}
