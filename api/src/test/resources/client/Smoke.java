import java.util.List;
import org.leeswijzer.client.ApiClient;
import org.leeswijzer.client.ApiException;
import org.leeswijzer.client.api.SuggestionsApi;
import org.leeswijzer.client.api.TitlesApi;
import org.leeswijzer.client.model.ListJson;
import org.leeswijzer.client.model.SuggestionJson;
import org.leeswijzer.client.model.SuggestionsJson;
import org.leeswijzer.client.model.TitleJson;

/** What a program does with a client that was generated from the document. Compiled by ClientIT, together with that client. */
public final class Smoke {
    private final TitlesApi titles;
    private final SuggestionsApi suggestions;

    private Smoke(ApiClient client) {
        titles = new TitlesApi(client);
        suggestions = new SuggestionsApi(client);
    }

    /** Asks a service; ends with an exception if an answer is another than it should be. */
    public static void main(String[] args) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);
        Smoke smoke = new Smoke(client);
        smoke.findsATitle();
        smoke.asksItsShelf();
        smoke.sendsAList();
        smoke.getsAProblem();
    }

    private void findsATitle() throws ApiException {
        List<TitleJson> found =
                titles.searchTitles(
                                TitlesApi.APISearchTitlesRequest.newBuilder()
                                        .q("avonden")
                                        .limit(5)
                                        .build())
                        .getTitles();
        same("r0", found.get(0).getId());
        same(List.of("Gerard Reve"), found.get(0).getAuthors());
    }

    private void asksItsShelf() throws ApiException {
        SuggestionsJson shelf = suggestions.suggestionsForTitle(of("r0"));
        same("De avonden", shelf.getTitle().getTitle());
        SuggestionJson first = shelf.getSuggestions().get(0);
        same("r1", first.getId());
        same("alsoBorrowed", first.getReason().getCode());
        same("Lezers van “De avonden” leenden dit ook", first.getReason().getText().getNl());
    }

    private void sendsAList() throws ApiException {
        SuggestionsJson answer =
                suggestions.suggestionsForList(
                        SuggestionsApi.APISuggestionsForListRequest.newBuilder()
                                .listJson(
                                        new ListJson()
                                                .titles(List.of("r4", "nowhere"))
                                                .library("klein")
                                                .limit(1))
                                .build());
        same(1, answer.getSuggestions().size());
        same("r5", answer.getSuggestions().get(0).getId());
        same(List.of("nowhere"), answer.getUnknown());
    }

    private void getsAProblem() throws ApiException {
        try {
            suggestions.suggestionsForTitle(of("nowhere"));
        } catch (ApiException e) {
            same(404, e.getCode());
            same(true, e.getResponseBody().contains("urn:leeswijzer:problem:unknown-title"));
            return;
        }
        throw new IllegalStateException("a title that nobody has was found");
    }

    private static SuggestionsApi.APISuggestionsForTitleRequest of(String id) {
        return SuggestionsApi.APISuggestionsForTitleRequest.newBuilder()
                .id(id)
                .library("klein")
                .limit(3)
                .build();
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(actual + " is not " + expected);
        }
    }
}
