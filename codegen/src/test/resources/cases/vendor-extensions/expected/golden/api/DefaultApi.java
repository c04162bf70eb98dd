// Generated from "Vendor extensions with which OpenAPI Generator would generate something else"
// 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import golden.model.Child;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code Child}: The child.
   * </ul>
   *
   * @param dryRun {@code dryRun}.
   * @param child {@code Child}.
   */
  @POST("children")
  Call<Child> addChild(@Query("dryRun") boolean dryRun, @Body Child child);
}
