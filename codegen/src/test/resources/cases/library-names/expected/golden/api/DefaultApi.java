// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import golden.model.File;
import golden.model.Header;
import golden.model.Kind;
import golden.model.List;
import golden.model.Void;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * The schema {@code File} has nothing to do with the format {@code binary}.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code File}: Added.
   * </ul>
   *
   * @param content {@code content}. Create it with {@code
   *     MultipartBody.Part.createFormData("content", fileName, body)}.
   * @param about {@code about}.
   */
  @Multipart
  @POST("files")
  Call<File> addFile(@Part MultipartBody.Part content, @Part("about") File about);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code Void}: Checked.
   * </ul>
   */
  @PUT("lists")
  Call<Void> checkLists();

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<List>}: All lists.
   * </ul>
   *
   * @param kind {@code kind}. Omitted if null.
   * @param header {@code header}. Omitted if null.
   */
  @GET("lists")
  Call<java.util.List<List>> getLists(
      @Query("kind") java.util.@Nullable List<Kind> kind,
      @retrofit2.http.Header("header") @Nullable Header header);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: Removed. A {@code List} in a description stays as it is.
   * </ul>
   */
  @DELETE("lists")
  Call<java.lang.@Nullable Void> removeLists();
}
