// Generated from "Options" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import golden.model.Genre;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
   *   <li>200 {@code Genre}: The genre.
   * </ul>
   *
   * @param dry {@code dry}. Omitted if null.
   * @param requestBody Titles by language.
   */
  @Deprecated
  @POST("books")
  Call<Genre> addBook(@Query("dry") @Nullable Boolean dry, @Body Map<String, String> requestBody);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code Genre}: The genre.
   * </ul>
   *
   * @param dry {@code dry}. Omitted if null.
   */
  @Deprecated
  @POST("books")
  Call<Genre> addBook(@Query("dry") @Nullable Boolean dry);
}
