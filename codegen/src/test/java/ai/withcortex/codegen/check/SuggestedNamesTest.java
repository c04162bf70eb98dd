package ai.withcortex.codegen.check;

import static ai.withcortex.codegen.check.Reports.assertReport;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are suggested that can be used at once, and each fault of a name is told once. */
final class SuggestedNamesTest {
  @TempDir Path folder;

  /** All suggestions can be followed at once. */
  @Test
  void suggestedNamesDoNotClash() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x/{ID}/{id}:
            get:
              operationId: getX
              parameters:
              - {name: ID, in: path, required: true, schema: {type: string}}
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: Id, in: query, schema: {type: string}}
              - {name: id_query, in: query, schema: {type: string}}
              responses: {'204': {description: done}}
          /y/{ID}:
            post:
              operationId: addY
              parameters:
              - {name: ID, in: path, required: true, schema: {type: string}}
              - {name: Id, in: query, schema: {type: string}}
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, properties: {id2: {type: string}}}
              responses: {'204': {description: done}}
        components:
          schemas:
            Order: {type: string, enum: [a.b, a-b, '<', '>', A_B_2, LESS_THAN]}
        """,
        """
        spec.yaml has 6 faults (line:column, location, fault). Nothing was generated.
          9:9 #/paths/~1x~1{ID}~1{id}/get/parameters/1 would have the same Java name as #/paths/~1x~1{ID}~1{id}/get/parameters/0. Rename one of them with parameterNameMappings, such as path:id=idPath.
          10:9 #/paths/~1x~1{ID}~1{id}/get/parameters/2 would have the same Java name as #/paths/~1x~1{ID}~1{id}/get/parameters/1. Rename one of them with parameterNameMappings, such as query:Id=id3.
          18:9 #/paths/~1y~1{ID}/post/parameters/1 would have the same Java name as #/paths/~1y~1{ID}/post/parameters/0. Rename one of them with parameterNameMappings, such as query:Id=id3.
          27:27 #/components/schemas/Order/enum has the values 'a.b' and 'a-b', which would become the same constant. Choose a name with enumNameMappings, such as a-b=A_B_3.
          27:44 #/components/schemas/Order/enum/2 would become the constant '_', but that name is taken or not valid in Java. Choose a name with enumNameMappings, such as <=LESS_THAN_3.
          27:49 #/components/schemas/Order/enum/3 would become the constant '_', but that name is taken or not valid in Java. Choose a name with enumNameMappings, such as >=GREATER_THAN.

        6 faults by kind:
          3 x would have the same Java name as ….
          2 x would become the constant '…', but that name is taken or not valid in Java.
          1 x has the values '…' and '…', which would become the same constant.\
        """);
  }

  /** A number behind an empty name would not be a name. */
  @Test
  void namesWithoutLettersDoNotClash() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /x:
            get:
              operationId: getX
              parameters:
              - {name: '<', in: query, required: true, schema: {type: string}}
              - {name: '>', in: query, required: true, schema: {type: string}}
              responses:
                '204': {description: done}
        """,
        """
        spec.yaml has 2 faults (line:column, location, fault). Nothing was generated.
          8:9 #/paths/~1x/get/parameters/0 would become the parameter '', which is not a valid name in Java. Choose a name with parameterNameMappings, such as <=lessThan.
          9:9 #/paths/~1x/get/parameters/1 would become the parameter '', which is not a valid name in Java. Choose a name with parameterNameMappings, such as >=greaterThan.

        2 faults by kind:
          2 x would become the parameter '…', which is not a valid name in Java.\
        """);
  }

  /** A mapping applies to all operations and enums, so one name is suggested for all. */
  @Test
  void oneNameIsSuggestedForAllUsesOfAMapping() throws IOException {
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
              - {name: id, in: query, schema: {type: string}}
              responses: {'204': {description: done}}
          /y/{id_query}/{id}:
            get:
              operationId: getY
              parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: id_query, in: path, required: true, schema: {type: string}}
              - {name: id, in: query, schema: {type: string}}
              responses: {'204': {description: done}}
        components:
          schemas:
            Order: {type: string, enum: [asc, ASC]}
            Other: {type: string, enum: [ASC_2, asc, ASC]}
        """,
        """
        spec.yaml has 4 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          9:9 #/paths/~1x~1{id}/get/parameters/1 would have the same Java name as #/paths/~1x~1{id}/get/parameters/0. [1]
          17:9 #/paths/~1y~1{id_query}~1{id}/get/parameters/2 would have the same Java name as #/paths/~1y~1{id_query}~1{id}/get/parameters/0. [1]
          21:27 #/components/schemas/Order/enum has the values 'asc' and 'ASC', which would become the same constant. [2]
          22:27 #/components/schemas/Other/enum has the values 'asc' and 'ASC', which would become the same constant. [2]

        4 faults by kind:
          2 x would have the same Java name as …. [1] Rename one of them with parameterNameMappings, such as query:id=id2.
          2 x has the values '…' and '…', which would become the same constant. [2] Choose a name with enumNameMappings, such as ASC=ASC_3.\
        """);
  }

  /** Another operationId is another method and another class. */
  @Test
  void aNameThatIsUsedTwiceIsToldOnce() throws IOException {
    assertReport(
        folder,
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        tags: [{name: a}, {name: b}, {name: a}, {name: b}, {name: a}]
        paths:
          /x:
            get:
              operationId: getX
              tags: [a, b]
              parameters: [{name: q, in: query, schema: {type: string}}]
              responses: {'204': {description: done}}
          /y:
            get:
              operationId: getX
              tags: [a, b]
              parameters:
              - {name: q, in: query, schema: {type: string}}
              - {name: 'q"', in: query, schema: {type: string}}
              responses: {'204': {description: done}}
        """,
        """
        spec.yaml has 5 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
          3:30 #/tags/2 repeats #/tags/0. [1]
          3:41 #/tags/3 repeats #/tags/1. [1]
          3:52 #/tags/4 repeats #/tags/0. [1]
          13:7 #/paths/~1y/get/operationId needs the operationId getX, which #/paths/~1x/get already uses. Choose a different name; names must differ in more than case.
          17:9 #/paths/~1y/get/parameters/1 has the name 'q"', which contains a quote, a backslash or a control character. Use a different name.

        5 faults by kind:
          3 x repeats #/…. [1] Remove one of them.
          1 x needs the operationId …, which #/… already uses.
          1 x has the name '…', which contains a quote, a backslash or a control character.\
        """);
  }
}
