using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What goes wrong with OpenAI's libraries in every language.</summary>
internal static class OpenAiNotes
{
    /// <summary>The notes of a route.</summary>
    public static IEnumerable<string> Of(ClientRoute route)
    {
        if (route.Surface is ProviderSurfaces.Native && route.Provider?.Slug == "openai")
        {
            yield return "No /v1 after openai: the gateway's path stands for https://api.openai.com/v1. With it the answer is 'Invalid URL (POST /v1/v1/…)'.";
        }

        yield return "There is no list of models to ask for (client.models.list()); name the model.";
    }
}
