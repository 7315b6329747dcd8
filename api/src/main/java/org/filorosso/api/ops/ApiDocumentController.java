package org.filorosso.api.ops;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Serves the OpenAPI document; made once, since nothing in it changes while the service runs. */
@RestController
class ApiDocumentController {
    private final byte[] document;

    ApiDocumentController(JsonMapper mapper) {
        document = mapper.writeValueAsBytes(ApiDocument.merged());
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] read() {
        return document;
    }
}
