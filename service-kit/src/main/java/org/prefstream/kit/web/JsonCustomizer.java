package org.prefstream.kit.web;

import jakarta.inject.Singleton;

import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.jackson.ObjectMapperCustomizer;

/** Makes REST speak the same JSON as topics and columns. */
@Singleton
class JsonCustomizer implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(mapper);
    }
}
