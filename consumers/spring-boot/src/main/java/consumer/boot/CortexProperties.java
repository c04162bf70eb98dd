package consumer.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the API is, and the key for it. */
@ConfigurationProperties("cortex")
record CortexProperties(String baseUrl, String apiKey) {}
