package ai.withcortex.testing;

/** Starts a sandbox, uses it and forgets to close it. */
final class ForgetfulProgram {
  private ForgetfulProgram() {}

  public static void main(String[] arguments) {
    CortexSandbox sandbox = CortexSandbox.start();
    System.out.println(SandboxCaller.get(sandbox, SandboxCaller.RUNS).statusCode());
  }
}
