package ai.withcortex.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.JsonTreeWriter;
import ai.withcortex.spec.RandomResponse;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecTypes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Makes a text of the bytes of an input. Bytes that begin with {@link #TREE} change a tree: the
 * next eight are the seed of the changes, the others the text of the tree, or else a seed of one.
 * All other bytes are the text, so the fuzzer changes trees as well as bytes.
 */
final class FuzzInput {
  static final byte TREE = 1;

  private static final int HEADER = 1 + Long.BYTES;
  private static final SpecType PAGE = SpecTypes.page();

  private FuzzInput() {}

  /** The text, or nothing if the bytes are no UTF-8. */
  static Optional<String> text(byte[] input) {
    if (input.length < HEADER || input[0] != TREE) {
      return decode(input, 0);
    }
    Random random = new Random(ByteBuffer.wrap(input).getLong(1));
    JsonTree tree = decode(input, HEADER).flatMap(FuzzInput::parse).orElseGet(() -> made(random));
    TreeMutator mutator = new TreeMutator(random);
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      tree = mutator.change(tree);
    }
    return Optional.of(JsonTreeWriter.write(tree, random, random.nextInt(2) * 5));
  }

  private static JsonTree made(Random random) {
    return RandomResponse.of(PAGE, random.nextLong(), Set.of()).tree();
  }

  private static Optional<JsonTree> parse(String text) {
    try {
      return Optional.of(JsonTreeReader.read(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> decode(byte[] input, int start) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(input, start, input.length - start);
      return Optional.of(UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
