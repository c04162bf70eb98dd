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
   * Has a name that a class of Java has, extensions, and errors in JSON or text.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: Nothing.
   *   <li>400 {@code Book}: Why not.
   * </ul>
   *
   * @param genre {@code genre}. Null omits it.
   */
  @GET("books")
  Call<@Nullable Void> list(@Query("genre") @Nullable Genre genre);
}
