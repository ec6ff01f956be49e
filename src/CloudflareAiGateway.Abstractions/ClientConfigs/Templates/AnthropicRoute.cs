using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What Anthropic's libraries and agents share: the path, and the notes.</summary>
internal static class AnthropicRoute
{
    private const string Slug = "anthropic";

    /// <summary>Works out the route.</summary>
    public static ClientRoute Of(ClientConfigRequest request) => NativeRoute.Of(request, Slug, Slug, tokenAsKey: true);

    /// <summary>The notes of a route.</summary>
    public static IEnumerable<string> Notes(ClientRoute route)
    {
        yield return "The base address ends in /anthropic: the client appends /v1/messages itself.";
        yield return ReferenceEquals(route.Key, ClientSecrets.GatewayToken)
            ? "No x-api-key is sent: a provider's key in it would be used instead of the stored one, and a wrong one makes the call fail."
            : "Anthropic's libraries send the key in x-api-key up to version 0, and in Authorization since version 1; the gateway passes on both.";
    }
}
