package org.vigie.standalone.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.vigie.standalone.issuer.Account.Kind;
import org.vigie.support.settings.OwnerOnlyFiles;

/** The issuer of an evaluation, on loopback: people sign in at it, programs have tokens from it. */
public final class IssuerInside implements AutoCloseable {

    /** The client that people sign in to the desk with. */
    public static final String DESK = "desk";

    private final ConfigurableApplicationContext context;
    private final Accounts accounts;
    private final Path deskSecret;

    private IssuerInside(ConfigurableApplicationContext context, Accounts accounts, Path deskSecret) {
        this.context = context;
        this.accounts = accounts;
        this.deskSecret = deskSecret;
    }

    /** Where one on this port is, as it stands in its tokens. */
    public static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts it.
     *
     * @param file with everybody it knows, written if it is missing; the desk's secret lies beside it, another one at
     *     each start
     * @param desks where the desk may be reached
     * @param audience of its access tokens
     */
    public static IssuerInside start(int port, Path file, List<URI> desks, String audience) {
        var accounts = Accounts.in(file);
        var secret = Accounts.password();
        var secretFile = file.resolveSibling("desk-secret");
        OwnerOnlyFiles.write(secretFile, secret + "\n");
        var rules = new IssuerRules(address(port), desks, secret, audience, accounts);
        var context = new SpringApplicationBuilder(IssuerApplication.class)
                .environment(environment())
                .initializers(started -> started.getBeanFactory().registerSingleton("rules", rules))
                .registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--spring.config.name=issuer-inside",
                        "--spring.application.name=issuer",
                        "--spring.main.log-startup-info=false",
                        "--spring.threads.virtual.enabled=true",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        // Not that of the desk: cookies know no ports.
                        "--server.servlet.session.cookie.name=vigie-issuer",
                        "--server.servlet.session.cookie.same-site=lax",
                        "--server.servlet.session.cookie.http-only=true",
                        "--server.servlet.session.tracking-modes=cookie");
        return new IssuerInside(context, accounts, secretFile);
    }

    /** Settings are given above: variables are for the services. */
    private static StandardServletEnvironment environment() {
        var environment = new StandardServletEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        return environment;
    }

    /** The people who may sign in, by user and role, for somebody to choose from. */
    public String people() {
        return accounts.all().stream()
                .filter(account -> account.kind() == Kind.PERSON)
                .map(person -> "%s (%s)".formatted(person.id(), String.join(", ", person.roles())))
                .collect(Collectors.joining(", "));
    }

    /** The file that has their passwords. */
    public Path passwords() {
        return accounts.file();
    }

    /** The file that has the desk's secret. */
    public Path deskSecret() {
        return deskSecret;
    }

    @Override
    public void close() {
        context.close();
    }
}
