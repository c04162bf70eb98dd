package ai.withcortex.codegen.check;

import static ai.withcortex.codegen.check.Reports.assertReport;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that no check can read, and files that OpenAPI Generator cannot, hide no other faults. */
final class UnreadablePartsTest {
  @TempDir Path folder;

  /**
   * Only the parts that no check can read, and those that refer to them, have to wait for the next
   * run.
   */
  @Test
  void faultsOfOtherPartsAreToldWithThoseOfUnreadableOnes() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        tags: {a: b}
        paths:
          /a/{id}:
            get:
              operationId: getA
              tags: {a: b}
              responses: {'204': {description: done}}
          /b:
            get:
              responses: {'200': {$ref: '#/components/responses/R'}}
          /c:
            get:
              callbacks: {d: 5}
              responses: {'204': {description: done}}
          /e:
            get:
              responses: {'204': {description: done}}
        x-a: !set {b: c}
        components:
          responses:
            R:
              description: d
              content: {application/json: {schema: {$ref: '#/components/schemas/Union'}}}
          schemas:
            Broken: {type: object, required: [class], properties: {a: {$ref: '#/a%zz'}}}
            List: {type: object, required: [a], properties: {b: {$ref: '#/components/schemas/Broken'}}}
            Base: {type: object, required: [kind], properties: {kind: {type: string}}}
            Union:
              oneOf:
              - {$ref: '#/components/schemas/One'}
              - {$ref: '#/components/schemas/Two'}
              discriminator: {propertyName: kind, mapping: {one: One, two: Two}}
            One:
              allOf:
              - {$ref: '#/components/schemas/Base'}
              - {type: object, properties: {kind: {type: string, enum: [one]}}}
            Two:
              allOf:
              - {$ref: '#/components/schemas/Base'}
              - {type: object, properties: {o: !foo {type: string}}}
            Number: {type: number, maximum: .inf}
            ? [a]
            : {type: string}
            Itself: &a {allOf: [*a]}
            Sound: {type: object, properties: {class: {type: string}}}
        """,
        """
        spec.yaml has 11 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          3:1 #/tags is an object instead of a list. [1]
          8:7 #/paths/~1a~1{id}/get/tags is an object instead of a list. [1]
          15:19 #/paths/~1c/get/callbacks/d is 5 instead of an object. Replace it with an object.
          18:5 #/paths/~1e/get has no operationId. Add one; the method is named after it.
          20:1 #/x-a has the YAML tag '!set'. [2]
          26:3 #/components/schemas has a name that is not text. Replace the name.
          27:64 #/components/schemas/Broken/properties/a/$ref has a percent sign, which names of components cannot have. Remove it, and rename what it refers to.
          42:37 #/components/schemas/Two/allOf/1/properties/o has the YAML tag '!foo'. [2]
          43:28 #/components/schemas/Number/maximum is .inf, which JSON does not have. Replace it.
          46:13 #/components/schemas/Itself/allOf/0 contains itself through a YAML alias. Refer to it with $ref.
          47:40 #/components/schemas/Sound/properties/class would become the method 'class', but that name is taken or not valid in Java. Choose a name with nameMappings, such as class=classValue.

        11 faults by kind:
          2 x is … instead of a list. [1] Replace it with a list.
          2 x has the YAML tag '…'. [2] Remove the tag.
          1 x is … instead of an object.
          1 x has no operationId.
          1 x has a name that is not text.
          1 x has a percent sign, which names of components cannot have.
          1 x is .inf, which JSON does not have.
          1 x contains itself through a YAML alias.
          1 x would become the method '…', but that name is taken or not valid in Java.\
        """);
  }

  /** OpenAPI Generator cannot read the aliases, either. */
  @Test
  void unreadablePartsAreToldOnceIfAliasesRepeatThem() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /a:
            get: &a
              operationId: getA
              callbacks: {b: 5}
              responses: {'204': {description: done}}
          /c: {get: *a}
        components:
          schemas:
            Outer: &o {type: object, properties: {inner: &i {type: object, properties: {outer: *o}}}}
            Inner: *i
            List: {type: object, properties: {list: {type: array, items: *i}}}
        """,
        """
        spec.yaml has 2 faults (line:column, location, fault). Nothing was generated.
          7:19 #/paths/~1a/get/callbacks/b is 5 instead of an object. Replace it with an object.
          12:81 #/components/schemas/Outer/properties/inner/properties/outer contains itself through a YAML alias. Refer to it with $ref.

        2 faults by kind:
          1 x is … instead of an object.
          1 x contains itself through a YAML alias.\
        """);
  }

  /** OpenAPI Generator cannot read it, because components of OpenAPI 3.1 are paths. */
  @Test
  void otherVersionsAreReadEvenIfOpenApiGeneratorCannot() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths: {/x: {get: {responses: {'204': {description: done}}}}}
        components: {pathItems: {A: 5}}
        """,
        """
        spec.yaml has 3 faults (line:column, location, fault). Nothing was generated.
          1:1 # uses OpenAPI 3.1.0. Use OpenAPI 3.0, and start the file with 'openapi: 3.0.3'.
          3:14 #/paths/~1x/get has no operationId. Add one; the method is named after it.
          4:14 #/components/pathItems does not exist in OpenAPI 3.0. Remove it.

        3 faults by kind:
          1 x uses OpenAPI 3.1.0.
          1 x has no operationId.
          1 x does not exist in OpenAPI 3.0.\
        """);
  }
}
