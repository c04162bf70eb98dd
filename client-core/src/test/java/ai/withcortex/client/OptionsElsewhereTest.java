package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.core.ConfigurationOptions;
import org.junit.jupiter.api.Test;

/** A builder in another package offers the options of a configuration without repeating them. */
final class OptionsElsewhereTest {
  @Test
  void offersTheSameOptions() {
    String opened = new OpenBuilder().apiKey("key").baseUrl("https://host").verbose().open();

    assertEquals("verbose CortexConfiguration{baseUrl=https://host}", opened);
  }

  private static final class OpenBuilder extends ConfigurationOptions<OpenBuilder> {
    private String prefix = "";

    OpenBuilder verbose() {
      prefix = "verbose ";
      return this;
    }

    String open() {
      return prefix + configuration();
    }

    @Override
    protected OpenBuilder self() {
      return this;
    }
  }
}
