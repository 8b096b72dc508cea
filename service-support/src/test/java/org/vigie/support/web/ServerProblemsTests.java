package org.vigie.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is said of a failure that only the server catches, with Spring Boot's page for errors and without. */
class ServerProblemsTests {

    private final Tomcat server = new Tomcat();
    private final Logger log = (Logger) LoggerFactory.getLogger(ServerProblems.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final String quoted = "https://" + UUID.randomUUID() + ".example.invalid/";

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() throws LifecycleException {
        log.detachAppender(lines);
        server.stop();
        server.destroy();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailureOfAFilterIsOneLineWithClassAndPlace(boolean hasPage) throws Exception {
        start(
                (_, _, _) -> {
                    throw new ServletException("cannot read " + quoted, new IllegalArgumentException(quoted));
                },
                hasPage);

        assertThat(status()).isEqualTo(500);

        var said = said();
        assertThat(said).hasSize(1);
        assertThat(said.getFirst())
                .contains("request failed", IllegalArgumentException.class.getName(), "place=\"" + placeHere() + ":")
                .doesNotContain(quoted);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 503})
    void anAnswerIsNone(int status) throws Exception {
        start((_, response, _) -> ((HttpServletResponse) response).setStatus(status), true);

        assertThat(status()).isEqualTo(status);

        assertThat(said()).isEmpty();
    }

    /** The line may be written after the answer was read, and not after the server stopped. */
    private List<String> said() throws LifecycleException {
        server.stop();
        return List.copyOf(lines.list).stream()
                .map(line -> line.getFormattedMessage() + " " + line.getKeyValuePairs() + line.getThrowableProxy())
                .toList();
    }

    private static String placeHere() {
        return ServerProblemsTests.class.getName();
    }

    private void start(Filter filter, boolean hasPage) throws LifecycleException {
        server.setBaseDir(directory.toString());
        server.setPort(0);
        server.getConnector().setProperty("address", "127.0.0.1");
        var context = server.addContext("", directory.toString());
        Tomcat.addServlet(context, "page", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().print("{}");
            }
        });
        context.addServletMappingDecoded("/*", "page");
        var definition = new FilterDef();
        definition.setFilterName("failing");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        var map = new FilterMap();
        map.setFilterName("failing");
        map.addURLPattern("/*");
        context.addFilterMap(map);
        if (hasPage) {
            var page = new ErrorPage();
            page.setLocation("/error");
            context.addErrorPage(page);
        }
        ((StandardHost) context.getParent()).getPipeline().addValve(new ServerProblems());
        server.start();
    }

    private int status() throws IOException, InterruptedException {
        var address = URI.create(
                "http://127.0.0.1:%d/".formatted(server.getConnector().getLocalPort()));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .statusCode();
        }
    }
}
