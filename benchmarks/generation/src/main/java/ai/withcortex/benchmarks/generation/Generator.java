package ai.withcortex.benchmarks.generation;

import ai.withcortex.codegen.CortexCodegen;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.immutables.processor.ProxyProcessor;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A generator and the annotation processors of its clients. */
enum Generator {
  OURS {
    @Override
    CodegenConfigurator configurator() {
      return new CodegenConfigurator()
          .setGeneratorName(CortexCodegen.class.getName())
          .setNameMappings(Map.of("else", "otherwise"));
    }

    @Override
    List<Processor> processors() {
      return List.of(new ProxyProcessor());
    }
  },
  STOCK {
    @Override
    CodegenConfigurator configurator() {
      return new CodegenConfigurator()
          .setGeneratorName("java")
          .setLibrary("retrofit2")
          .addAdditionalProperty("serializationLibrary", "gson");
    }

    @Override
    List<Processor> processors() {
      return List.of();
    }
  };

  abstract CodegenConfigurator configurator();

  abstract List<Processor> processors();

  /** Generates a client into a folder: only the client, because ours has no tests and documents. */
  void generate(Path document, Path folder) {
    CodegenConfigurator configurator =
        configurator()
            .setInputSpec(document.toString())
            .setOutputDir(folder.toString())
            .setApiPackage("client.api")
            .setInvokerPackage("client.invoker")
            .setModelPackage("client.model")
            .setValidateSpec(false);
    for (String unused : List.of("apiDocs", "apiTests", "modelDocs", "modelTests")) {
      configurator.addGlobalProperty(unused, "false");
    }
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }

  /** Compiles the client in a folder. */
  void compile(Path folder) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Path classes = Files.createDirectories(folder.resolve("classes"));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              messages,
              files,
              null,
              List.of("--release", "17"),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors());
      if (!task.call()) {
        throw new IllegalStateException("The client does not compile:\n" + messages);
      }
    }
  }
}
