package org.vigie.availability.probe;

/** What came of asking a web server. No outcome shows a name, an address or a URL in its text form. */
public sealed interface Outcome {

    /** A server answered, perhaps after redirects. */
    record Answered(Answer answer) implements Outcome {}

    /** The name led to no server. */
    sealed interface NameFailed extends Outcome {}

    /** A redirect led to no answer. */
    sealed interface RedirectFailed extends Outcome {}

    /** The server was found, and no connection to it stood. */
    sealed interface ConnectionFailed extends Outcome {}

    /** Every resolver says that the name does not exist. */
    record NameGone() implements NameFailed {}

    /** The name exists and has no address. */
    record NoAddress() implements NameFailed {}

    /** The resolvers could not find out, or do not agree. */
    record DnsBroken() implements NameFailed {}

    /** Only addresses that no public host can have; nothing was connected to. */
    record Unroutable() implements NameFailed {}

    /** A redirect leads to where we do not go; nothing was connected to there. */
    record RedirectUnsafe() implements RedirectFailed {}

    /** Redirects lead in a circle, or further than browsers follow. */
    record RedirectLoop() implements RedirectFailed {}

    /** The target of a redirect could not be asked. */
    record BehindRedirect(Outcome target) implements RedirectFailed {}

    /** The server's machine refused the connection. */
    record ConnectionRefused() implements ConnectionFailed {}

    /** No connection in time, or no route to the server. */
    record ConnectTimeout() implements ConnectionFailed {}

    /** The server does not know the name it was asked for (TLS alerts unrecognized_name, internal_error). */
    record TlsNameUnknown() implements ConnectionFailed {}

    /** A server is there and no secure connection could be agreed on. */
    record TlsFailed() implements ConnectionFailed {}

    /** The server wants a certificate of its visitor and let none in without. */
    record CertificateDemanded() implements ConnectionFailed {}

    /** The server's answer was empty, malformed, endless or cut off. */
    record Broken(Fault fault) implements Outcome {}

    /** Our own side failed; says nothing of the URL. */
    record LocalFault() implements Outcome {}

    /** Nothing was asked. */
    record NotAsked(Reason reason) implements Outcome {}

    /** How an answer was broken. */
    enum Fault {
        /** The connection was closed without an answer. */
        EMPTY,
        /** It was cut off in the middle of the headers. */
        RESET,
        /** Connected, and not one octet of an answer in time. */
        SILENT,
        /** Something was sent that has no status line. */
        MALFORMED,
        /** The headers are longer than is read here: our limit, not the server's failure. */
        TOO_LARGE,
        /** An answer began and did not come to the end of its headers in time: our limit too. */
        TOO_SLOW;

        /** Whether a server is there and it is we who gave up. */
        public boolean isOurLimit() {
            return switch (this) {
                case MALFORMED, TOO_LARGE, TOO_SLOW -> true;
                case EMPTY, RESET, SILENT -> false;
            };
        }
    }

    /** Why nothing was asked. */
    enum Reason {
        BAD_PORT,
        SPECIAL_USE_NAME,
        INVALID_NAME,
        ONION,
        ACTION_URL,
        RULE
    }

    /** A word for evidence and explanations. */
    default String code() {
        return switch (this) {
            case Answered(var answer) -> "HTTP_" + answer.status();
            case NameGone _ -> "NXDOMAIN";
            case NoAddress _ -> "NODATA";
            case DnsBroken _ -> "DNS_BROKEN";
            case Unroutable _ -> "UNROUTABLE";
            case RedirectUnsafe _ -> "REDIRECT_UNSAFE";
            case RedirectLoop _ -> "REDIRECT_LOOP";
            case BehindRedirect(var target) -> "REDIRECTED_" + target.code();
            case ConnectionRefused _ -> "REFUSED";
            case ConnectTimeout _ -> "CONNECT_TIMEOUT";
            case TlsNameUnknown _ -> "TLS_NAME";
            case TlsFailed _ -> "TLS_FAILED";
            case CertificateDemanded _ -> "CERTIFICATE_DEMANDED";
            case Broken(var fault) -> "BROKEN_" + fault;
            case LocalFault _ -> "LOCAL_FAULT";
            case NotAsked(var reason) -> "NOT_ASKED_" + reason;
        };
    }
}
