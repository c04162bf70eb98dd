package ai.withcortex.codegen.check;

import static ai.withcortex.codegen.check.Reports.assertReport;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run reports all faults of a spec, with their positions in the file. */
final class FaultsTest {
  @TempDir Path folder;

  @Test
  void aSingleFaultIsOneLine() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x:
            get:
              responses:
                '204': {description: done}
        """,
        "spec.yaml:5:5: #/paths/~1x/get has no operationId."
            + " Add one; the method is named after it.");
  }

  @Test
  void faultsAreInTheOrderOfTheFileAndCountedByKind() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        components:
          schemas:
            Run:
              type: object
              required: [key]
              properties:
                class: {type: string}
                state: {type: string, enum: [on hold, '']}
                tags:
                  type: array
                  items: {type: string, enum: [a]}
                enum: {type: string, format: name}
        paths:
          /x~y:
            get:
              responses:
                '204': {description: done}
        """,
        """
        spec.yaml has 8 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          7:7 #/components/schemas/Run/required lists 'key', which is not a property. Add it, or fix the name.
          9:9 #/components/schemas/Run/properties/class would become the method 'class', but that name is taken or not valid in Java. Choose a name with nameMappings, such as class=classValue.
          10:9 #/components/schemas/Run/properties/state is an inline enum. [1]
          10:47 #/components/schemas/Run/properties/state/enum/1 would become the constant '', but that name is taken or not valid in Java. Remove it, or give it a name.
          13:11 #/components/schemas/Run/properties/tags/items is an inline enum. [1]
          14:9 #/components/schemas/Run/properties/enum would become the method 'enum', but that name is taken or not valid in Java. Choose a name with nameMappings, such as enum=enumValue.
          14:9 #/components/schemas/Run/properties/enum has the type string and the format 'name', for which there is no Java type. Remove the format, or use one of [binary, byte, date, date-time, duration, email, hostname, ipv4, ipv6, password, time, timestamp, uri, uuid].
          17:5 #/paths/~1x~0y/get has no operationId. Add one; the method is named after it.

        8 faults by kind:
          2 x would become the method '…', but that name is taken or not valid in Java.
          2 x is an inline enum. [1] Give it a name under components/schemas and refer to it.
          1 x lists '…', which is not a property.
          1 x would become the constant '…', but that name is taken or not valid in Java.
          1 x has the type string and the format '…', for which there is no Java type.
          1 x has no operationId.\
        """);
  }

  @Test
  void aRemedyForManyFaultsIsToldOnce() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths: {}
        components:
          schemas:
            Answer: {type: string, enum: [yes, no, 1, 1.50]}
        """,
        """
        spec.yaml has 4 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          6:35 #/components/schemas/Answer/enum/0 is read by YAML as true. [1]
          6:40 #/components/schemas/Answer/enum/1 is read by YAML as false. [1]
          6:44 #/components/schemas/Answer/enum/2 is read by YAML as 1. [1]
          6:47 #/components/schemas/Answer/enum/3 is read by YAML as 1.5. [1]

        4 faults by kind:
          4 x is read by YAML as …. [1] Put it in quotes.\
        """);
  }

  /** What must change in OpenAPI 3.1 is told with the version. */
  @Test
  void otherVersionsAreReadLikeTheSupportedOne() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths: {}
        webhooks: {}
        components:
          schemas:
            Run: {type: object, properties: {key: {type: [string, 'null'], const: a}}}
        """,
        """
        spec.yaml has 4 faults (line:column, location, fault). Nothing was generated.
          1:1 # uses OpenAPI 3.1.0. Use OpenAPI 3.0, and start the file with 'openapi: 3.0.3'.
          4:1 #/webhooks does not exist in OpenAPI 3.0. Remove it.
          7:38 #/components/schemas/Run/properties/key has 'const', which does not exist in OpenAPI 3.0. Remove it, or fix its spelling.
          7:44 #/components/schemas/Run/properties/key/type is ["string","null"], but OpenAPI 3.0 allows only one type. Keep one, and write 'nullable: true' instead of the type null.

        4 faults by kind:
          1 x uses OpenAPI 3.1.0.
          1 x does not exist in OpenAPI 3.0.
          1 x has '…', which does not exist in OpenAPI 3.0.
          1 x is […], but OpenAPI 3.0 allows only one type.\
        """);
  }

  /** A body that cannot be sent is checked like one that can. */
  @Test
  void bodiesOfUnsupportedTypesAreChecked() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x:
            post:
              operationId: postX
              requestBody: {content: {text/plain: {schema: {type: string, enum: [a]}}}}
              responses: {'204': {description: done}}
        """,
        """
        spec.yaml has 2 faults (line:column, location, fault). Nothing was generated.
          7:21 #/paths/~1x/post/requestBody/content has 'text/plain', which is neither JSON nor a form. Use application/json, application/x-www-form-urlencoded or multipart/form-data.
          7:44 #/paths/~1x/post/requestBody/content/text~1plain/schema is an inline enum. Give it a name under components/schemas and refer to it.

        2 faults by kind:
          1 x has '…', which is neither JSON nor a form.
          1 x is an inline enum.\
        """);
  }

  /** The fault of the shared part is told once, and those beside it are told, too. */
  @Test
  void aPartThatIsUsedTwiceIsToldOnce() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x:
            parameters:
            - $ref: '#/components/parameters/Filter'
            get:
              operationId: getX
              responses:
                '204': {description: done}
            post:
              operationId: postX
              responses:
                '204': {description: done}
        components:
          parameters:
            Filter: {name: filter, in: cookie, allowReserved: true, schema: {type: string}}
        """,
        """
        spec.yaml has 2 faults (line:column, location, fault). Nothing was generated.
          17:5 #/components/parameters/Filter is in a cookie. Use the path, the query or a header instead.
          17:5 #/components/parameters/Filter has 'allowReserved', which the client does not support. Remove it.

        2 faults by kind:
          1 x is in a cookie.
          1 x has '…', which the client does not support.\
        """);
  }

  /** What is behind the reference is told, too. */
  @Test
  void referencesToReferencesAreFollowed() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x/{id}:
            post:
              operationId: postX
              parameters: [{$ref: '#/components/parameters/A'}]
              requestBody: {$ref: '#/components/requestBodies/A'}
              responses: {'204': {$ref: '#/components/responses/A'}}
        components:
          parameters:
            A: {$ref: '#/components/parameters/B'}
            B: {name: id, in: path, required: true, schema: {type: string, enum: [a]}}
          requestBodies:
            A: {$ref: '#/components/requestBodies/B'}
            B: {content: {application/json: {schema: {type: string, enum: [a]}}}}
          responses:
            A: {$ref: '#/components/responses/B'}
            B: {description: d, headers: {X: {$ref: '#/components/headers/A'}}}
          headers:
            A: {$ref: '#/components/headers/B'}
            B: {content: {}}
        """,
        """
        spec.yaml has 7 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          12:5 #/components/parameters/A is only a reference to #/components/parameters/B. [1]
          13:45 #/components/parameters/B/schema is an inline enum. [2]
          15:5 #/components/requestBodies/A is only a reference to #/components/requestBodies/B. [1]
          16:38 #/components/requestBodies/B/content/application~1json/schema is an inline enum. [2]
          18:5 #/components/responses/A is only a reference to #/components/responses/B. [1]
          21:5 #/components/headers/A is only a reference to #/components/headers/B. [1]
          22:5 #/components/headers/B has no schema. Add one, such as 'type: string'.

        7 faults by kind:
          4 x is only a reference to #/…. [1] Refer to that directly instead, or write its definition here.
          2 x is an inline enum. [2] Give it a name under components/schemas and refer to it.
          1 x has no schema.\
        """);
  }

  /** Keywords beside a reference do not hide what it refers to. */
  @Test
  void referencesWithOtherKeywordsAreFollowed() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x/{id}:
            get:
              operationId: getX
              parameters: [{$ref: '#/components/parameters/Id', description: d}]
              responses: {'200': {$ref: '#/components/responses/R', description: d}}
        components:
          parameters:
            Id: {name: id, in: path, required: true, schema: {type: string, enum: [a]}}
          responses:
            R: {description: d, content: {application/json: {schema: {type: string, enum: [a]}}}}
        """,
        """
        spec.yaml has 4 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          7:20 #/paths/~1x~1{id}/get/parameters/0 has [description] next to $ref, where OpenAPI 3.0 ignores them. [1]
          8:19 #/paths/~1x~1{id}/get/responses/200 has [description] next to $ref, where OpenAPI 3.0 ignores them. [1]
          11:46 #/components/parameters/Id/schema is an inline enum. [2]
          13:54 #/components/responses/R/content/application~1json/schema is an inline enum. [2]

        4 faults by kind:
          2 x has […] next to $ref, where OpenAPI 3.0 ignores them. [1] Remove them; for a schema, you can put the reference into allOf instead.
          2 x is an inline enum. [2] Give it a name under components/schemas and refer to it.\
        """);
  }

  @Test
  void aPropertyWithAFaultIsAlsoComparedWithTheOthers() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths: {}
        components:
          schemas:
            Run:
              type: object
              properties:
                tags: {type: array, items: {type: string}}
                addTag: {type: string, enum: [a]}
        """,
        """
        spec.yaml has 2 faults (line:column, location, fault). Nothing was generated.
          10:9 #/components/schemas/Run/properties/addTag is an inline enum. Give it a name under components/schemas and refer to it.
          10:9 #/components/schemas/Run/properties/addTag would have the method 'addTag', which 'tags' also has. Choose a name with nameMappings, such as addTag=addTagValue.

        2 faults by kind:
          1 x is an inline enum.
          1 x would have the method '…', which '…' also has.\
        """);
  }

  /** The parser tells only the name, which is not that of one parameter. */
  @Test
  void theParameterWithTheFaultIsFoundByItsContent() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x/{id}:
            get:
              operationId: getX
              parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: id, in: query, foo: 1, schema: {type: string}}
              - {in: query, schema: {type: string}}
              - {in: query, schema: {type: integer}}
              responses: {'204': {description: done}}
        """,
        """
        spec.yaml has 4 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          9:9 #/paths/~1x~1{id}/get/parameters/1 would have the same Java name as #/paths/~1x~1{id}/get/parameters/0. Rename one of them with parameterNameMappings, such as query:id=idQuery.
          9:31 #/paths/~1x~1{id}/get/parameters/1/foo does not exist in OpenAPI 3.0. Remove it.
          10:9 #/paths/~1x~1{id}/get/parameters/2/name is missing, but OpenAPI requires it. [1]
          11:9 #/paths/~1x~1{id}/get/parameters/3/name is missing, but OpenAPI requires it. [1]

        4 faults by kind:
          2 x is missing, but OpenAPI requires it. [1] Add it.
          1 x would have the same Java name as ….
          1 x does not exist in OpenAPI 3.0.\
        """);
  }
}
