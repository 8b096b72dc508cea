package org.vigie.notice.replypage.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Says in the contract that a page is found by the link that was given out, and only by it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LimitedPage
@ApiResponse(
        responseCode = "404",
        description = "There is no such link",
        content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
@interface LinkedPage {}
