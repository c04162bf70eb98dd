package ai.withcortex.trial.workshop;

import java.util.List;

/** Tries a client in one way, which is a column of the table. */
public interface ClientCheck {
  /**
   * The result of a check.
   *
   * @param count how many things were tried
   * @param failures a description of each failure
   */
  record Result(int count, List<String> failures) {}

  /** Returns the title of the column. */
  String title();

  /** Tries a client. Whatever it throws is reported as a failure. */
  Result check(Client client) throws Exception;
}
