package org.vigie.availability.probe.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** One request and its answer, in one of the versions of HTTP. */
interface Conversation {

    /**
     * Sends the request and reads the answer as far as the end of its headers; interim answers are passed over.
     *
     * @throws HttpException if what came is no answer
     */
    ClassicHttpResponse ask(ClassicHttpRequest request) throws IOException, HttpException;

    /** The answer's body, not read yet; absent if it has none. */
    @Nullable
    InputStream body(ClassicHttpResponse response) throws IOException, HttpException;

    /** Whether the server has sent anything. */
    boolean hasHeard();
}
