// Generated from "Paths that are no relative URLs as they stand" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: Canceled.
   * </ul>
   *
   * @param id {@code id}.
   * @param reason {@code reason}. Omitted if null.
   */
  @POST(".\t/{id}:cancel")
  Call<@Nullable Void> cancel(@Path("id") String id, @Query("reason") @Nullable String reason);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: The host is up.
   * </ul>
   *
   * @param id {@code id}.
   */
  @GET(".\t//hosts/{id}")
  Call<@Nullable Void> getHost(@Path("id") String id);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: It is there.
   * </ul>
   */
  @GET("%20a%20b/c%20d/é(f)/%5Bg%5D%20")
  Call<@Nullable Void> getOdd();

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: The server runs.
   * </ul>
   */
  @GET("./")
  Call<@Nullable Void> getRoot();

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: It is there.
   * </ul>
   *
   * @param name {@code name}.
   */
  @GET(".well-known/{name}:cancel")
  Call<@Nullable Void> getWellKnown(@Path("name") String name);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: There are no runs.
   * </ul>
   *
   * @param tenant {@code tenant}.
   */
  @GET(".\t/{tenant}/runs")
  Call<@Nullable Void> listRuns(@Path("tenant") String tenant);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: Sent.
   * </ul>
   *
   * @param id {@code id}.
   */
  @POST(".\t/emails:send/{id}")
  Call<@Nullable Void> sendEmail(@Path("id") String id);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: Sent.
   * </ul>
   */
  @POST("./emails:send")
  Call<@Nullable Void> sendEmails();
}
