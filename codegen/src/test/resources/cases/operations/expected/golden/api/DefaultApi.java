// Generated from "Operations" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import golden.model.Genre;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Has the name of a Java class, extensions, and errors in JSON or text.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: No content.
   *   <li>400 {@code Book}: The reason for the error.
   * </ul>
   *
   * @param genre {@code genre}. Omitted if null.
   */
  @GET("books")
  Call<@Nullable Void> list(@Query("genre") @Nullable Genre genre);
}
