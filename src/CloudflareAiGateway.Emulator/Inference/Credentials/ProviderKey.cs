using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Finds the provider's key on a request.</summary>
internal static class ProviderKey
{
    private static readonly string[] s_schemes = ["Bearer", "Key", "Token", "Basic"];

    /// <summary>The key without its scheme; null when there is none. A header without value counts as none.</summary>
    public static string? Find(InferenceCall call, ModelStep step)
    {
        // The REST API has no place for one.
        if (call.IsRest)
        {
            return null;
        }

        ModelInput input = step.Input;
        string? own = input.Provider.KeyHeader == "Authorization" ? null : Clean(input.Headers.Own(input.Provider.KeyHeader));
        string? inQuery = input.Provider.Slug == "google-ai-studio" ? Clean(new QueryString(input.Query)["key"]) : null;
        bool isTaken = call.TokenIsInAuthorization && !input.Headers.IsStep;

        // What is not the gateway's goes on to the provider, whatever header the provider reads.
        return own ?? inQuery ?? (isTaken ? null : Clean(input.Headers.Own("Authorization")));
    }

    private static string? Clean(string? header)
    {
        string text = header?.Trim() ?? string.Empty;
        foreach (string scheme in s_schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && (text.Length == scheme.Length || text[scheme.Length] == ' '))
            {
                text = text[scheme.Length..].Trim();
                break;
            }
        }

        return text.Length == 0 ? null : text;
    }
}
