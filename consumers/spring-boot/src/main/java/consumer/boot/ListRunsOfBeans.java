package consumer.boot;

import ai.withcortex.client.CortexClient;
import ai.withcortex.testing.CortexSandbox;
import consumer.Listing;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Prints the listing of a sandbox, read with a client that is a bean. */
@SpringBootApplication
@EnableConfigurationProperties(CortexProperties.class)
class ListRunsOfBeans {
  @Bean
  CortexClient cortex(CortexProperties properties) {
    return CortexClient.builder()
        .apiKey(properties.apiKey())
        .baseUrl(properties.baseUrl())
        .build();
  }

  @Bean
  CommandLineRunner listing(CortexClient cortex) {
    return arguments -> Listing.of(cortex).forEach(System.out::println);
  }

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      SpringApplication.run(
              ListRunsOfBeans.class,
              "--cortex.base-url=" + sandbox.baseUrl(),
              "--cortex.api-key=" + sandbox.apiKey())
          .close();
    }
  }
}
