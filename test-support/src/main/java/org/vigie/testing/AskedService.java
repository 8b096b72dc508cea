package org.vigie.testing;

import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service on a port of loopback, whose token is {@code secret}.
 *
 * @param contract its OpenAPI document
 */
record AskedService(RestClient client, JsonNode contract) {

    static AskedService at(int port) {
        var client = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer secret")
                .build();
        var contract =
                String.valueOf(client.get().uri("/v3/api-docs").retrieve().body(String.class));
        return new AskedService(client, JsonMapper.shared().readTree(contract));
    }
}
