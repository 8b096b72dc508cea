package org.vigie.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/** A form of a page whose body was read: its fields are parameters, after those of the address. */
final class FormRequest extends HttpServletRequestWrapper {

    private static final FormHttpMessageConverter FORMS = new FormHttpMessageConverter();

    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    private FormRequest(HttpServletRequest request, MultiValueMap<String, String> fields) {
        super(request);
        var all = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, values) -> all.addAll(name, List.of(values)));
        fields.forEach((name, values) -> values.forEach(value -> all.add(name, value == null ? "" : value)));
        all.forEach((name, values) -> parameters.put(name, StringUtils.toStringArray(values)));
    }

    /** The body is no form. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1;
    }

    /** Whether the server would take parameters from its body. */
    static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Reads the body of a form, in UTF-8 unless it says otherwise, as it comes from the request's own stream. */
    static FormRequest read(HttpServletRequest request) throws IOException {
        var read = new ByteArrayInputStream(request.getInputStream().readAllBytes());
        var body = new ServletServerHttpRequest(request) {
            @Override
            public InputStream getBody() {
                return read;
            }
        };
        try {
            return new FormRequest(request, FORMS.read(null, body));
        } catch (IllegalArgumentException | HttpMessageNotReadableException e) {
            throw new Malformed();
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = parameters.get(name);
        return values == null ? null : values.clone();
    }
}
